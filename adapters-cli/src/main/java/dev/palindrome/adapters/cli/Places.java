package dev.palindrome.adapters.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a command runs.
 *
 * @param folder the folder that relative paths start from
 * @param home the folder of the distribution; empty if the classes were started otherwise than by its launcher
 */
record Places(Path folder, Optional<Path> home) {}
