package dev.palindrome.application.runners;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Ports for servers that must be told theirs, and that have it again when they are started again. */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;

    private FreePorts() {}

    /** {@return so many that are free now and different; below those that a system gives to its clients, so that none of these has it soon} */
    public static List<Integer> find(int count) {
        Random random = new Random();
        Set<Integer> found = new LinkedHashSet<>();
        while (found.size() < count) {
            int port = FIRST + random.nextInt(COUNT);
            try (ServerSocket free = new ServerSocket(port)) {
                found.add(free.getLocalPort());
            } catch (IOException e) {
                // it is taken; the next one may not be
            }
        }
        return List.copyOf(found);
    }
}
