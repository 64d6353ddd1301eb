package dev.palindrome.adapters.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TolerantStreamTest {
    @Test
    void a_reader_that_has_gone_is_no_error_and_a_full_device_is() {
        assertThat(writer("Broken pipe").checkError()).isFalse();
        assertThat(writer("No space left on device").checkError()).isTrue();
    }

    private static PrintWriter writer(String error) {
        OutputStream device = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(error);
            }
        };
        PrintWriter writer = new PrintWriter(new TolerantStream(device), false, StandardCharsets.UTF_8);
        writer.println("some text");
        return writer;
    }
}
