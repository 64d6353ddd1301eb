package dev.palindrome.adapters.cli.terminal;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes.
 *
 * @param in standard input
 * @param out standard output, for people
 * @param data standard output, for programs: UTF-8 whatever the locale
 * @param err standard error
 */
public record Streams(BufferedReader in, PrintWriter out, PrintWriter data, PrintWriter err) {
    /** Nobody writes, nobody reads. */
    static final Streams NONE = new Streams(
            new BufferedReader(Reader.nullReader()),
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()));

    /** {@return the process's own streams} */
    public static Streams ofProcess() {
        Charset charset = charset();
        return new Streams(
                new BufferedReader(new InputStreamReader(System.in, charset)),
                writer(FileDescriptor.out, charset),
                writer(FileDescriptor.out, StandardCharsets.UTF_8),
                writer(FileDescriptor.err, charset));
    }

    /**
     * The terminal's charset. Where the locale says ASCII, UTF-8 holds it whole, and keeps what a migration says beyond it.
     */
    private static Charset charset() {
        Charset charset = nativeCharset();
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }

    /** {@return what the locale says} */
    static Charset nativeCharset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    /** {@return the same streams with all output on standard error, so that standard output is free for one document} */
    public Streams withoutOutput() {
        return new Streams(in, err, err, err);
    }

    /** Writes out whatever is still held back. */
    public void flush() {
        out.flush();
        data.flush();
        err.flush();
    }

    /** {@return whether standard output didn't take all that was written, as a full disk doesn't; writes it out first} */
    public boolean lostOutput() {
        boolean lostText = out.checkError();
        return data.checkError() || lostText;
    }

    private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
        return new PrintWriter(new BufferedWriter(
                new OutputStreamWriter(new TolerantStream(new FileOutputStream(descriptor)), charset)));
    }
}
