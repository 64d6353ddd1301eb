package dev.palindrome.adapters.files.source;

import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.ProblemException;
import java.util.function.Predicate;

/** Recognises folders by what stands in their files. */
public final class Texts {

    private Texts() {}

    /**
     * Looks into files until one is as expected. A file that can't be read is not; whoever reads the folder reports it.
     *
     * @param folder the folder
     * @param named which of its files are looked into, by their names
     * @param written what stands in the one that is looked for
     * @return whether there is one
     */
    public static boolean any(MigrationFolder folder, Predicate<String> named, Predicate<String> written) {
        return folder.fileNames().stream().filter(named).anyMatch(fileName -> {
            try {
                return written.test(folder.text(fileName));
            } catch (ProblemException e) {
                return false;
            }
        });
    }
}
