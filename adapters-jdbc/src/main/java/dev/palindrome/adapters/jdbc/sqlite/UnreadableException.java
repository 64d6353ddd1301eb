package dev.palindrome.adapters.jdbc.sqlite;

/** A statement in the catalogue is written in a way that its reader doesn't know. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }
}
