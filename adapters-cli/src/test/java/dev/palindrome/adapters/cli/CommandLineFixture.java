package dev.palindrome.adapters.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.multibindings.OptionalBinder;
import dev.palindrome.adapters.cli.terminal.Streams;
import dev.palindrome.adapters.cli.terminal.Traits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Runs command lines in a folder of their own, with writers for streams and a clock that stands still. */
final class CommandLineFixture {
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:00.123456Z");

    final Path folder;
    final Map<String, String> environment = new HashMap<>();
    final List<Module> modules = new ArrayList<>(List.of(new FixedClock()));
    Traits traits = Traits.NONE;
    String typed = "";
    Optional<Path> home = Optional.empty();
    UnaryOperator<Writer> device = UnaryOperator.identity();
    private volatile StringWriter out = new StringWriter();

    CommandLineFixture(Path folder) {
        this.folder = folder;
    }

    /** {@return a fixture with an app of two migrations, configured for a database in its folder} */
    static CommandLineFixture withShop(Path folder) {
        return new CommandLineFixture(folder)
                .file("palindrome.yaml", """
                database: {url: 'jdbc:sqlite:FOLDER/test.db'}
                packs: [{path: shop}]
                """.replace("FOLDER", folder.toString()))
                .file("shop/0001__customers.sql", """
                -- forwards
                CREATE TABLE customer (id integer PRIMARY KEY, nick varchar(30));
                INSERT INTO customer VALUES (1, 'anna'); -- the first
                -- backwards
                DROP TABLE customer;
                """)
                .file("shop/0002__email.sql", """
                -- palindrome: description="e-mail addresses"
                -- forwards
                ALTER TABLE customer ADD COLUMN email varchar(254);
                -- backwards
                ALTER TABLE customer DROP COLUMN email;
                """);
    }

    String url() {
        return "jdbc:sqlite:" + folder.resolve("test.db");
    }

    CommandLineFixture file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<String> files(String subfolder) {
        try (Stream<Path> files = Files.list(folder.resolve(subfolder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Run run(String... words) {
        out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter stdout = new PrintWriter(device.apply(out));
        Streams streams =
                new Streams(new BufferedReader(new StringReader(typed)), stdout, stdout, new PrintWriter(err));
        Surroundings surroundings = new Surroundings(streams, traits, environment, new Places(folder, home), modules);
        int code = new CommandTree(surroundings).run(words);
        return new Run(Arrays.asList(words), code, out.toString(), err.toString());
    }

    /** {@return what the command that runs has printed so far} */
    String printed() {
        return out.toString();
    }

    private static final class FixedClock extends AbstractModule {
        @Override
        protected void configure() {
            OptionalBinder.newOptionalBinder(binder(), Clock.class)
                    .setBinding()
                    .toInstance(Clock.fixed(NOW, ZoneOffset.UTC));
        }
    }
}
