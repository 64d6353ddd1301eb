package dev.palindrome.spi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of migration files. Formats read through it, so that every format treats encodings and unreadable files alike; each
 * folder is listed once and each file read once, however often it is asked for. A link that leads back to a folder on the way
 * is left out, so that going down has an end. For one thread at a time.
 *
 * @since 0.1
 */
public final class MigrationFolder {
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\n]");

    private final String appName;
    private final Path path;
    private final FormatSettings settings;
    private final List<String> fileNames;
    private final List<String> subfolderNames;
    private final List<Path> way;
    private final Map<String, MigrationFolder> subfolders = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    /**
     * A folder whose listing is known.
     *
     * @param appName the app that the folder's migrations belong to, for references in files that leave the app out
     * @param path the folder as the user named it
     * @param fileNames the names of the plain files directly in it, in code point order; hidden files are left out
     */
    public MigrationFolder(String appName, Path path, List<String> fileNames) {
        this(appName, List.of(path), FormatSettings.NONE, fileNames, List.of());
    }

    private MigrationFolder(
            String appName,
            List<Path> way,
            FormatSettings settings,
            List<String> fileNames,
            List<String> subfolderNames) {
        this.appName = appName;
        this.way = List.copyOf(way);
        this.path = way.get(way.size() - 1);
        this.settings = settings;
        this.fileNames = List.copyOf(fileNames);
        this.subfolderNames = List.copyOf(subfolderNames);
    }

    /**
     * Lists a folder about which users say nothing more.
     *
     * @param appName the app that its migrations belong to
     * @param path a folder
     * @return its listing
     * @throws ProblemException if the folder can't be listed
     */
    public static MigrationFolder list(String appName, Path path) {
        return list(appName, path, FormatSettings.NONE);
    }

    /**
     * Lists a folder.
     *
     * @param appName the app that its migrations belong to
     * @param path a folder
     * @param settings what its format may want to know besides
     * @return its listing
     * @throws ProblemException if the folder can't be listed
     */
    public static MigrationFolder list(String appName, Path path, FormatSettings settings) {
        return list(appName, List.of(path), settings);
    }

    private static MigrationFolder list(String appName, List<Path> way, FormatSettings settings) {
        Path path = way.get(way.size() - 1);
        List<String> files = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        try (Stream<Path> entries = Files.list(path)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                if (!Files.isDirectory(entry)) {
                    files.add(entry.getFileName().toString());
                } else if (!Files.isSymbolicLink(entry) || !leadsBack(entry, way)) {
                    folders.add(entry.getFileName().toString());
                }
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        return new MigrationFolder(appName, way, settings, visible(files), visible(folders));
    }

    private static boolean leadsBack(Path link, List<Path> way) throws IOException {
        Path target = link.toRealPath();
        for (Path passed : way) {
            if (passed.toRealPath().startsWith(target)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> visible(List<String> names) {
        return names.stream().filter(name -> !name.startsWith(".")).sorted().toList();
    }

    /** {@return the app that the folder's migrations belong to, for references in files that leave the app out} */
    public String appName() {
        return appName;
    }

    /** {@return the folder as the user named it} */
    public Path path() {
        return path;
    }

    /** {@return what users say besides, such as values of placeholders} */
    public FormatSettings settings() {
        return settings;
    }

    /** {@return the names of the plain files directly in it, in code point order; hidden files are left out} */
    public List<String> fileNames() {
        return fileNames;
    }

    /** {@return the names of the folders directly in it, in code point order; hidden ones and links back are left out} */
    public List<String> subfolderNames() {
        return subfolderNames;
    }

    /**
     * Gives a folder in this one, with the same settings.
     *
     * @param name one of {@link #subfolderNames}
     * @return its listing
     * @throws ProblemException if it can't be listed
     */
    public MigrationFolder subfolder(String name) {
        MigrationFolder known = subfolders.get(name);
        if (known == null) {
            List<Path> further = new ArrayList<>(way);
            further.add(path.resolve(name));
            known = list(appName, further, settings);
            subfolders.put(name, known);
        }
        return known;
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
     * Reads a file as UTF-8, when it is first asked for. A byte order mark is dropped; line ends stay as they are.
     *
     * @param fileName one of {@link #fileNames}
     * @return its text
     * @throws ProblemException with {@code migration/malformed} if the bytes are no UTF-8, at the line where they begin to be
     *     something else, or if the file can't be read
     */
    public String text(String fileName) {
        String known = texts.get(fileName);
        if (known == null) {
            known = read(fileName);
            texts.put(fileName, known);
        }
        return known;
    }

    private String read(String fileName) {
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
