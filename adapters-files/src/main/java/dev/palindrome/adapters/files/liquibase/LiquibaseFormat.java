package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.adapters.files.source.FileNames;
import dev.palindrome.adapters.files.source.FolderFiles;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.adapters.files.source.Texts;
import dev.palindrome.spi.DraftRequest;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Liquibase's changelogs in formatted SQL, read as they are: each changeset is a migration, and its id is {@code
 * FILE::ID::AUTHOR}, as Liquibase prints it. The order is that of the root changelog in the folder, in XML, YAML or JSON; where
 * there is none, that of the files' names.
 */
public final class LiquibaseFormat implements MigrationFormat {

    /** For ServiceLoader. */
    public LiquibaseFormat() {}

    @Override
    public String name() {
        return "liquibase";
    }

    @Override
    public boolean recognises(MigrationFolder folder) {
        return Texts.any(folder, FileNames::isSql, FormattedSql::is)
                || (Texts.any(folder, ChangelogFile::isNamed, ChangelogFile::is) && isFormattedBelow(folder));
    }

    /** Where a changelog is, the SQL may be in folders of its own. */
    private static boolean isFormattedBelow(MigrationFolder folder) {
        FolderFiles files = new FolderFiles(folder);
        return files.under("").stream()
                .filter(FileNames::isSql)
                .anyMatch(path -> files.read(path)
                        .map(SourceFile::text)
                        .filter(FormattedSql::is)
                        .isPresent());
    }

    @Override
    public Contents read(MigrationFolder folder) {
        return new LiquibaseReader(folder).read();
    }

    @Override
    public Optional<Draft> draft(DraftRequest request) {
        String description = request.description();
        String title = FileNames.of(description, "changeset");
        String id = FileNames.version(request.now());
        Map<String, String> files = new TreeMap<>();
        files.put(id + "_" + title + ".sql", """
                --liquibase formatted sql

                --changeset palindrome:%s
                %s-- Write here, in SQL, what the changeset does.

                -- Begin lines with a rollback directive for what brings the schema and the data back:
                -- as long as there is none, the changeset counts as irreversible.
                """.formatted(
                        id, description.isBlank() ? "" : "--comment " + description.strip() + "\n"));
        return request.inSql(files);
    }
}
