package dev.palindrome.domain.run;

import java.io.IOException;
import java.nio.file.Path;

/** The files that migrations are kept in. Implemented in the application. */
public interface MigrationFiles {

    /**
     * Creates a file that must not exist yet.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it does
     */
    void create(Path file, String text) throws IOException;

    /** Deletes a file; does nothing if it is already gone. */
    void delete(Path file) throws IOException;
}
