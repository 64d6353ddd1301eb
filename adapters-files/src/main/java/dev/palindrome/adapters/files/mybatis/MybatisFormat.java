package dev.palindrome.adapters.files.mybatis;

import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.adapters.files.source.Texts;
import dev.palindrome.spi.DraftRequest;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Folders of scripts written for MyBatis Migrations, read as they are: {@code NUMBER_title.sql}, with the reversal behind a line
 * {@code -- //@UNDO}. The migration's id is the number without leading zeros. Delimiters and variables are those of an
 * environment beside the folder.
 *
 * <p>What MyBatis Migrations does in silence is reported: an undo part that is missing or is none, text that never runs, a
 * delimiter that goes on into the next script.
 */
public final class MybatisFormat implements MigrationFormat {
    private static final String FIRST_LINE = "-- // ";

    /** For ServiceLoader. */
    public MybatisFormat() {}

    @Override
    public String name() {
        return "mybatis";
    }

    /** Other tools number their files alike, so what stands in them decides: the undo part, or a template's first line. */
    @Override
    public boolean recognises(MigrationFolder folder) {
        return Texts.any(
                folder,
                fileName -> MybatisName.parse(fileName).isPresent(),
                text -> UndoMarker.isMeantIn(text) || text.stripLeading().startsWith(FIRST_LINE));
    }

    @Override
    public Contents read(MigrationFolder folder) {
        return new MybatisReader(folder).read();
    }

    @Override
    public Optional<Draft> draft(DraftRequest request) {
        String description = request.description();
        String title = FileNames.of(description, "migration");
        Map<String, String> files = new TreeMap<>();
        files.put(FileNames.version(request.now()) + "_" + title + ".sql", """
                %s%s
                -- Write here, in SQL, what the migration changes.

                -- //@UNDO
                -- Write here what brings the schema and the data back to what they were.
                -- As long as this part holds no SQL, the migration counts as irreversible.
                """.formatted(
                        FIRST_LINE, description.isBlank() ? "migration" : description.strip()));
        return request.inSql(files);
    }
}
