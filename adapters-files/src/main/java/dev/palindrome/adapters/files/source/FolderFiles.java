package dev.palindrome.adapters.files.source;

import dev.palindrome.spi.MigrationFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files of a folder and of all folders in it, by their paths from there. A path has a {@code /} between its parts. */
public final class FolderFiles {
    private final MigrationFolder root;
    private final Map<MigrationFolder, Set<String>> names = new HashMap<>();
    private final Map<MigrationFolder, Set<String>> subfolders = new HashMap<>();
    private final Map<String, Optional<MigrationFolder>> folders = new HashMap<>();

    /**
     * The files of a folder.
     *
     * @param root the folder
     */
    public FolderFiles(MigrationFolder root) {
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @param path its path; {@code .} and {@code ..} are followed
     * @return the file; empty if it isn't there, or is outside the folder
     * @throws dev.palindrome.spi.ProblemException if it can't be read
     */
    public Optional<SourceFile> read(String path) {
        return locate(path).map(found -> SourceFile.read(found.folder(), found.fileName()));
    }

    /**
     * Says whether a file is there.
     *
     * @param path its path
     * @return whether {@link #read} would find it
     */
    public boolean has(String path) {
        return locate(path).isPresent();
    }

    /**
     * Names a file, whether it is there or not.
     *
     * @param path its path
     * @return the path as users know it, for messages
     */
    public String named(String path) {
        return root.path().resolve(normal(path).orElse(path)).toString();
    }

    /**
     * Lists the files in a folder and in all that are in it.
     *
     * @param path the folder's path; empty for the root
     * @return their paths from the root, in code point order
     */
    public List<String> under(String path) {
        Map<String, MigrationFolder> found = new TreeMap<>();
        folder(normal(path).orElse(".."))
                .ifPresent(folder -> collect(folder, normal(path).orElse(""), found));
        return List.copyOf(found.keySet());
    }

    private void collect(MigrationFolder folder, String path, Map<String, MigrationFolder> found) {
        String prefix = path.isEmpty() ? "" : path + "/";
        folders.put(path, Optional.of(folder));
        folder.fileNames().forEach(name -> found.put(prefix + name, folder));
        folder.subfolderNames().forEach(name -> collect(folder.subfolder(name), prefix + name, found));
    }

    /**
     * Makes a path straight.
     *
     * @param path a path, with {@code /} or {@code \} between its parts
     * @return the same without {@code .} and {@code ..}; empty if it leads out of the folder
     */
    public static Optional<String> normal(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.replace('\\', '/').split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    private Optional<Found> locate(String path) {
        return normal(path).flatMap(straight -> {
            int slash = straight.lastIndexOf('/');
            String fileName = straight.substring(slash + 1);
            return folder(slash < 0 ? "" : straight.substring(0, slash))
                    .filter(folder -> names.computeIfAbsent(folder, f -> new HashSet<>(f.fileNames()))
                            .contains(fileName))
                    .map(folder -> new Found(folder, fileName));
        });
    }

    private Optional<MigrationFolder> folder(String straight) {
        Optional<MigrationFolder> known = folders.get(straight);
        if (known == null) {
            int slash = straight.lastIndexOf('/');
            known = straight.isEmpty()
                    ? Optional.of(root)
                    : folder(slash < 0 ? "" : straight.substring(0, slash))
                            .filter(parent -> subfolders
                                    .computeIfAbsent(parent, p -> new HashSet<>(p.subfolderNames()))
                                    .contains(straight.substring(slash + 1)))
                            .map(parent -> parent.subfolder(straight.substring(slash + 1)));
            folders.put(straight, known);
        }
        return known;
    }

    private record Found(MigrationFolder folder, String fileName) {}
}
