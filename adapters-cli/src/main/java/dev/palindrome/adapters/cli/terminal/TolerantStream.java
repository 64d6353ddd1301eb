package dev.palindrome.adapters.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Takes it for no error when the reader of a pipe has gone, as {@code head} does once it has seen enough. Elsewhere the
 * system would end the process at this point, and nobody would hear of it.
 */
final class TolerantStream extends FilterOutputStream {

    TolerantStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if (!"Broken pipe".equals(e.getMessage())) {
                throw e;
            }
        }
    }
}
