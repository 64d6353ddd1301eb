package dev.palindrome.spi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of migration files, listed once. Formats read through it, so that every format treats encodings and unreadable
 * files alike.
 *
 * @param appName the app that the folder's migrations belong to, for references in files that leave the app out
 * @param path the folder as the user named it
 * @param fileNames the names of the plain files directly in it, in code point order; hidden files are left out
 * @since 0.1
 */
public record MigrationFolder(String appName, Path path, List<String> fileNames) {
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\n]");

    /**
     * Guards the record.
     *
     * @param appName the app
     * @param path the folder
     * @param fileNames copied
     */
    public MigrationFolder {
        fileNames = List.copyOf(fileNames);
    }

    /**
     * Lists a folder.
     *
     * @param appName the app that its migrations belong to
     * @param path a folder
     * @return its listing
     * @throws ProblemException if the folder can't be listed
     */
    public static MigrationFolder list(String appName, Path path) {
        try (Stream<Path> entries = Files.list(path)) {
            return new MigrationFolder(
                    appName,
                    path,
                    entries.filter(entry -> !Files.isDirectory(entry))
                            .map(entry -> entry.getFileName().toString())
                            .filter(name -> !name.startsWith("."))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Names a file of this folder.
     *
     * @param fileName one of {@link #fileNames}
     * @return its path
     */
    public Path file(String fileName) {
        return path.resolve(fileName);
    }

    /**
     * Reads a file as UTF-8. A byte order mark is dropped; line ends stay as they are.
     *
     * @param fileName one of {@link #fileNames}
     * @return its text
     * @throws ProblemException with {@code migration/malformed} if the bytes are no UTF-8, at the line where they begin to be
     *     something else, or if the file can't be read
     */
    public String text(String fileName) {
        Path file = file(fileName);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            CharBuffer characters = CharBuffer.allocate(bytes.remaining());
            CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, characters, true);
            String text = characters.flip().toString();
            if (result.isError()) {
                int lines = LINE_END.split(text, -1).length;
                throw new ProblemException(Problem.error(
                                ProblemCodes.MIGRATION_MALFORMED,
                                "The file '" + fileName + "' is not UTF-8. Save it with that encoding.")
                        .at(new Location(file.toString(), lines)));
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ProblemException unreadable(Path path, IOException e) {
        return new ProblemException(
                Problem.error(
                                ProblemCodes.MIGRATION_MALFORMED,
                                "'" + path + "' can't be read (" + e + "). Check that it is there and readable.")
                        .at(Location.of(path.toString())),
                e);
    }
}
