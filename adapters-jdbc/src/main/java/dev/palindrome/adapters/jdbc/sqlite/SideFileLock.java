package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operating system's lock on a file beside the database's, which holds the holder's name as text. The lock is the
 * system's, not the file's being there: a killed holder leaves the file and frees the lock. The database's own file is never
 * opened here, since closing it would drop SQLite's locks (https://sqlite.org/howtocorrupt.html, 2.2).
 *
 * <p>Whoever only looks never touches the locked byte. Each holder locks another byte too, which is the next one's never
 * again, before the file says which it is. Only who has read that tries it, so nobody who looks is in a later holder's way.
 */
final class SideFileLock {
    /** A byte that is never written: on Windows a locked part of a file can't be read, and others shall read the name. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /** Behind all text: what is tried by those who look is between here and twice as far. */
    private static final long LOOKED_AT = 1L << 61;

    /** The last line, once it is written whole. */
    private static final Pattern MARK = Pattern.compile("\n([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\n$");

    private final Path path;

    SideFileLock(Path database, HistoryTable table) {
        String name = table.name().toLowerCase(Locale.ROOT); // as SQLite takes it
        String suffix = name.equals(HistoryTable.DEFAULT.name())
                ? ""
                : "-" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("*", "%2A");
        this.path = database.resolveSibling(database.getFileName() + "-palindrome-lock" + suffix);
    }

    LockAttempt tryFor(String holder) {
        LockAttempt inProcess = ProcessLock.tryFor(path.toString(), holder);
        if (!(inProcess instanceof LockAttempt.Acquired acquired)) {
            return inProcess;
        }
        boolean locked = false;
        try {
            Optional<Channels> channels = lock(holder);
            locked = channels.isPresent();
            return locked
                    ? new LockAttempt.Acquired(new Held(acquired.lock(), channels.get(), path))
                    : new LockAttempt.HeldBy(otherHolder());
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.error(
                            ProblemCodes.DATABASE_UNREACHABLE,
                            "The lock file '" + path + "' can't be written: " + e
                                    + ". Give this user the right to write into the database's folder."),
                    e);
        } finally {
            if (!locked) {
                acquired.lock().close();
            }
        }
    }

    /** {@return who has the lock, if somebody has} */
    Optional<String> holder() {
        return ProcessLock.look(path.toString(), this::elsewhere);
    }

    private Optional<String> elsewhere() {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            return shownBy(file);
        } catch (NoSuchFileException | OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.error(
                            ProblemCodes.DATABASE_UNREACHABLE,
                            "The lock file '" + path + "' can't be read: " + e + "."),
                    e);
        }
    }

    /** {@return whom the file shows, by a lock on it that ends with the channel} */
    static Optional<String> shownBy(FileChannel file) throws IOException {
        String text = read(file);
        Matcher mark = MARK.matcher(text);
        boolean isShown = mark.find() && file.tryLock(lookedAt(UUID.fromString(mark.group(1))), 1, true) == null;
        return isShown ? Optional.of(name(text)) : Optional.empty();
    }

    private static long lookedAt(UUID mark) {
        return LOOKED_AT + (mark.getLeastSignificantBits() & (LOOKED_AT - 1));
    }

    /** {@return the text by which others see that the holder has the lock} */
    private static String show(FileChannel channel, String holder) throws IOException {
        UUID mark = UUID.randomUUID();
        while (channel.tryLock(lookedAt(mark), 1, false) == null) {
            mark = UUID.randomUUID();
        }
        return holder + "\n" + mark + "\n";
    }

    /** Locks the file that has this path; the one that was opened may have been deleted by its holder meanwhile. */
    private Optional<Channels> lock(String holder) throws IOException {
        while (true) {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Channels channels = new Channels(channel, Optional.empty());
            boolean ours = false;
            try {
                if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                    return Optional.empty();
                }
                String text = show(channel, holder);
                write(channel, text);
                FileChannel reader = FileChannel.open(path, StandardOpenOption.READ);
                channels = new Channels(channel, Optional.of(reader));
                ours = text.equals(read(reader));
                if (ours) {
                    return Optional.of(channels);
                }
            } catch (OverlappingFileLockException e) {
                return Optional.empty(); // somebody in this process who doesn't know our rules
            } catch (NoSuchFileException e) {
                // deleted between opening and locking: again, with a new file
            } finally {
                if (!ours) {
                    channels.close();
                }
            }
        }
    }

    private String otherHolder() throws IOException {
        try (FileChannel reader = FileChannel.open(path, StandardOpenOption.READ)) {
            return name(read(reader));
        } catch (NoSuchFileException e) {
            return "somebody who has just finished";
        }
    }

    private static String name(String text) {
        String name = text.lines().findFirst().orElse("");
        return name.isBlank() ? "another process" : name;
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), 10_000));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until all is read
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    /** What stays open as long as the lock is held: closing either would drop the lock (POSIX, fcntl). */
    private record Channels(FileChannel locked, Optional<FileChannel> reader) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try (locked) {
                if (reader.isPresent()) {
                    reader.get().close();
                }
            }
        }
    }

    private record Held(Lock inProcess, Channels channels, Path path) implements Lock {
        @Override
        public String holder() {
            return inProcess.holder();
        }

        @Override
        public void close() {
            try (inProcess;
                    channels) {
                Files.deleteIfExists(path); // while it is locked, so that nobody's newer file is hit
            } catch (IOException e) {
                // Windows may keep it; it says nothing without the lock
            }
        }
    }
}
