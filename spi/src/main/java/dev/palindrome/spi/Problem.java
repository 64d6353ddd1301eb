package dev.palindrome.spi;

import java.util.Optional;

/**
 * A finding with code, severity, place and remedy. Made by whoever finds it (format readers, splitters, planners);
 * collected and shown together, before anything runs.
 *
 * @param code what kind of finding it is
 * @param severity whether it stops a plan
 * @param message one or more sentences for the user: what, found against expected, and what to do about it
 * @param location where it was found, if it has a place
 * @since 0.1
 */
public record Problem(Code code, Severity severity, String message, Optional<Location> location) {

    /**
     * A finding that stops a plan.
     *
     * @param code what kind of finding it is
     * @param message what, where, found against expected, what to do
     * @return the problem, without a place
     */
    public static Problem error(Code code, String message) {
        return new Problem(code, Severity.ERROR, message, Optional.empty());
    }

    /**
     * A finding that the user should know and that stops nothing.
     *
     * @param code what kind of finding it is
     * @param message what, where, found against expected, what to do
     * @return the problem, without a place
     */
    public static Problem warning(Code code, String message) {
        return new Problem(code, Severity.WARNING, message, Optional.empty());
    }

    /**
     * The same finding with its place.
     *
     * @param place where it was found
     * @return this problem at that place
     */
    public Problem at(Location place) {
        return new Problem(code, severity, message, Optional.of(place));
    }

    /** {@return whether this finding stops a plan} */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@return {@code [code] message (place)}, as it is shown to users} */
    @Override
    public String toString() {
        return "[" + code.path() + "] " + message
                + location.map(l -> " (" + l + ")").orElse("");
    }

    /**
     * How much a problem matters.
     *
     * @since 0.1
     */
    public enum Severity {
        /** A plan that has one does not run. */
        ERROR,
        /** Shown, and nothing more. */
        WARNING
    }

    /**
     * What sort of thing went wrong. Each front end maps these to exit codes or HTTP statuses in one table.
     *
     * @since 0.1
     */
    public enum Kind {
        /** The request or the configuration is wrong. */
        INPUT,
        /** The request names something that does not exist. */
        UNKNOWN,
        /** The request contradicts what is there now. */
        CONFLICT,
        /** The migrations can't do what was asked, or nobody confirmed it. */
        REFUSED,
        /** The database or the file system did not serve us. */
        ENVIRONMENT,
        /** An error inside Palindrome or a plug-in. */
        INTERNAL
    }

    /**
     * A short path that scripts can rely on, such as {@code history/changed}.
     *
     * @param path lower-case words in two parts: the subject, a slash, what is wrong with it
     * @param kind the one kind that this code has
     * @since 0.1
     */
    public record Code(String path, Kind kind) {}
}
