package dev.palindrome.adapters.cli;

import com.google.inject.Module;
import dev.palindrome.adapters.cli.terminal.Streams;
import dev.palindrome.adapters.cli.terminal.Traits;
import java.util.List;
import java.util.Map;

/**
 * All that a command line has besides its words.
 *
 * @param streams where it reads and writes
 * @param traits what is at the other ends of them
 * @param environment the environment's variables
 * @param places where it runs
 * @param modules bindings besides the usual, such as a test's clock
 */
record Surroundings(
        Streams streams, Traits traits, Map<String, String> environment, Places places, List<Module> modules) {
    Surroundings {
        modules = List.copyOf(modules);
    }
}
