package dev.palindrome.foreigntools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that a test writes files into. */
record Folder(Path path) {

    /** A folder that is made if it isn't there. */
    static Folder at(Path path) {
        try {
            return new Folder(Files.createDirectories(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Folder file(String name, String text) {
        try {
            Files.createDirectories(path.resolve(name).getParent());
            Files.writeString(path.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Folder delete(String name) {
        try {
            Files.delete(path.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        try {
            return Files.readString(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
