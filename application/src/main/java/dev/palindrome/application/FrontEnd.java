package dev.palindrome.application;

import dev.palindrome.application.configuration.ServerSettings;

/**
 * A server that lets people use the engine from elsewhere. Implemented by adapters, which bind it in their Guice module;
 * started by programs and by the command line's {@code serve}.
 */
public interface FrontEnd {

    /** {@return its name for people: {@code http}} */
    String name();

    /**
     * Starts to serve, and returns once requests are answered.
     *
     * @param palindrome the engine; stays open as long as the server runs
     * @param settings where to listen and who may come in
     * @return the running server
     * @throws dev.palindrome.spi.ProblemException if it can't listen there, or must not
     */
    Running start(Palindrome palindrome, ServerSettings settings);

    /** A server that runs until it is closed. */
    interface Running extends AutoCloseable {

        /** {@return where it is reached, such as {@code http://127.0.0.1:8080}} */
        String address();

        @Override
        void close();
    }
}
