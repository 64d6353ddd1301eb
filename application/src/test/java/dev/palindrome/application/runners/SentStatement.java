package dev.palindrome.application.runners;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * The packets that have a server run a statement, each connection's on a thread of its own. PostgreSQL and MariaDB get its text each
 * time; H2 gets it once, to prepare it under a number, and then the number (H2's {@code SessionRemote}).
 */
public final class SentStatement implements Predicate<String> {
    private static final String EXECUTE_UPDATE = number(3);

    private final String sql;
    private final String prepared;
    private final ThreadLocal<String> execution = ThreadLocal.withInitial(() -> "");

    public SentStatement(String sql) {
        this.sql = sql;
        this.prepared = number(sql.length()) + latin(sql.getBytes(StandardCharsets.UTF_16BE));
    }

    @Override
    public boolean test(String packet) {
        int text = packet.indexOf(prepared);
        if (text >= 4) {
            execution.set(EXECUTE_UPDATE + packet.substring(text - 4, text));
            return false;
        }
        return packet.contains(sql) || (!execution.get().isEmpty() && packet.contains(execution.get()));
    }

    private static String number(int value) {
        return latin(new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value});
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
