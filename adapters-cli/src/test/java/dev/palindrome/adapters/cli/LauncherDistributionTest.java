package dev.palindrome.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The assembled distribution, started as users start it. Runs after the module is packaged. */
class LauncherDistributionTest {
    private static final Pattern ADDRESS = Pattern.compile("\"(http://[^\"]*)\"");
    private static final String[] CHECK = {"check", "--output", "json"};

    @TempDir
    Path folder;

    private DistributionFixture palindrome;

    @BeforeEach
    void distribution() throws IOException {
        palindrome = DistributionFixture.in(folder);
        CommandLineFixture.withShop(palindrome.work);
        Files.writeString(
                palindrome.work.resolve("palindrome.yaml"),
                "database: {url: 'jdbc:sqlite:test.db'}\npacks: [{path: shop}]\n");
    }

    @Test
    void it_says_its_version_and_makes_no_archive_for_that() throws Exception {
        Run run = palindrome.run("--version");
        assertThat(run.out()).startsWith("palindrome 0.");
        assertThat(palindrome.home.resolve("cache")).doesNotExist();
    }

    @Test
    void forwards_and_back_with_an_archive_that_is_made_once() throws Exception {
        Run first = palindrome.run("forwards", "shop");
        Path classes = palindrome.classes();
        Run second = palindrome.run("backwards", "shop", "all", "-y");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("✓ shop:0001", "2 migrations ran forwards");
        assertThat(first.err() + second.err()).isEmpty();
        assertThat(second.out()).contains("2 migrations reversed");
        assertThat(palindrome.classes()).isEqualTo(classes);
        // nothing but the answer to the user's own commands is left behind
        assertThat(files(palindrome.work)).containsExactlyInAnyOrder("palindrome.yaml", "shop", "test.db");
        assertThat(files(palindrome.archive())).hasSize(2).anyMatch(name -> name.contains("sqlitejdbc"));
    }

    @Test
    void making_the_archive_touches_no_database_of_the_user() throws Exception {
        palindrome.environment.put("PALINDROME_URL", "jdbc:sqlite:mine.db");
        palindrome.run(CHECK);
        assertThat(palindrome.classes()).exists();
        assertThat(files(palindrome.work)).doesNotContain("mine.db");
    }

    @Test
    void a_broken_archive_costs_time_and_nothing_else() throws Exception {
        palindrome.run(CHECK);
        Path classes = palindrome.classes();
        byte[] whole = Files.readAllBytes(classes);
        byte[] garbage = new byte[whole.length];
        new Random(1).nextBytes(garbage);
        byte[] halfGarbage = whole.clone();
        System.arraycopy(garbage, 0, halfGarbage, whole.length / 3, whole.length / 3);

        List<Run> runs = new ArrayList<>();
        for (byte[] broken : List.of(new byte[0], Arrays.copyOf(whole, whole.length / 2), garbage, halfGarbage)) {
            Files.delete(classes);
            Files.write(classes, broken);
            runs.add(palindrome.run(CHECK));
        }

        assertThat(runs).allSatisfy(run -> {
            assertThat(run.code()).isZero();
            assertThat(run.json().get("statuses")).hasSize(2);
            assertThat(run.err()).isEmpty();
        });
    }

    @Test
    void another_jar_gets_another_archive() throws Exception {
        palindrome.run(CHECK);
        Path before = palindrome.archive();
        Files.copy(
                palindrome.home.resolve("examples/music.jar"),
                palindrome.home.resolve("packs/music.jar"),
                StandardCopyOption.COPY_ATTRIBUTES);

        Run run = palindrome.run(CHECK);

        assertThat(run.json().findValuesAsText("appName")).contains("music", "shop");
        assertThat(run.err()).isEmpty();
        assertThat(palindrome.archive()).isNotEqualTo(before);
    }

    @Test
    void an_archive_of_other_jars_is_not_used_even_if_it_has_the_right_name() throws Exception {
        Path jar = jar("palindrome-spi");
        palindrome.run(CHECK);
        Path mine = palindrome.archive();
        byte[] classes = Files.readAllBytes(palindrome.classes());
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        Run renewed = palindrome.run(CHECK);
        Path other = palindrome.classes();

        Path stale = other.resolveSibling("classes-" + classes.length);
        Files.delete(other);
        Files.write(stale, classes);
        Run run = palindrome.run(CHECK);

        assertThat(other.getParent()).isNotEqualTo(mine);
        assertThat(renewed.json().get("statuses")).hasSize(2);
        assertThat(run.json().get("statuses")).hasSize(2);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void a_driver_may_be_in_any_folder_of_adapters() throws Exception {
        Path jar = jar("h2-");
        Path drivers = Files.createDirectory(folder.resolve("drivers"));
        Files.move(jar, drivers.resolve(jar.getFileName()));

        Run without = palindrome.run("forwards", "shop", "--url", "jdbc:h2:mem:x");
        Run with = palindrome.run("forwards", "shop", "--url", "jdbc:h2:mem:x", "--adapters", drivers.toString());

        assertThat(without.code()).isEqualTo(4);
        assertThat(without.err()).contains("driver is missing", "adapters/");
        assertThat(with.code()).as(with.err()).isZero();
    }

    private Path jar(String name) throws IOException {
        try (Stream<Path> jars = Files.list(palindrome.home.resolve("lib"))) {
            return jars.filter(file -> file.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void concurrent_first_starts_are_safe() throws Exception {
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(palindrome.start(palindrome.launcher(), CHECK));
        }
        for (Process process : all) {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(palindrome.err(process)).isEmptyFile();
        }
        assertThat(palindrome.classes()).exists();
        assertThat(files(palindrome.archive())).noneMatch(name -> name.startsWith("making-"));
    }

    @Test
    void a_symbolic_link_finds_its_distribution() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path second = Files.createSymbolicLink(bin.resolve("second"), palindrome.launcher());
        Path first = Files.createSymbolicLink(bin.resolve("first"), Path.of("second"));
        assertThat(second).exists();
        assertThat(palindrome.run(first, "", "--version").out()).startsWith("palindrome 0.");
    }

    @Test
    void piped_input_is_no_answer() throws Exception {
        palindrome.run("forwards", "shop");
        Run run = palindrome.run(palindrome.launcher(), "y\nyes\n", "backwards", "shop");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("would be reversed", "--auto-agree");
        assertThat(palindrome.run("check", "--fail-if-pending").code()).isZero();
    }

    @Test
    void quickstart_runs_twice_and_leaves_a_folder_that_works() throws Exception {
        Run first = palindrome.run("quickstart");
        Run second = palindrome.run("quickstart");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(first.out()).contains("music:0001").contains("yours to edit");

        Run check = palindrome.run(
                "check",
                "--config",
                "palindrome-quickstart/palindrome.yaml",
                "--url",
                "jdbc:sqlite:palindrome-quickstart/quickstart.db",
                "--fail-if-pending");
        assertThat(check.code()).as(check.err()).isZero();
    }

    @Test
    void names_outside_ascii_work_without_a_locale() throws Exception {
        palindrome.environment.put("LC_ALL", "C");
        Files.writeString(
                palindrome.work.resolve("shop/0003__größe.sql"), "-- forwards\nCREATE TABLE \"größe\" (id integer);\n");
        Run run = palindrome.run("forwards", "shop");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("ok shop:0003  größe").doesNotContain("✓");
    }

    @Test
    void a_java_that_is_too_old_or_not_there_is_said() throws Exception {
        Path old = folder.resolve("old java");
        Files.createDirectories(old.resolve("bin"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Path java = Files.writeString(old.resolve("bin/java"), "#!/bin/sh\nexit 99\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        palindrome.environment.put("JAVA_HOME", old.toString());
        Run tooOld = palindrome.run("check");
        palindrome.environment.put("JAVA_HOME", folder.resolve("nowhere").toString());
        Run missing = palindrome.run("check");

        assertThat(tooOld.code()).isEqualTo(2);
        assertThat(tooOld.err()).contains("Java 17 or later is needed", "11.0.2");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("no bin/java");
    }

    @Test
    void serve_ends_when_it_is_told_to() throws Exception {
        Process server = palindrome.start(palindrome.launcher(), "serve", "--port", "0", "--output", "json");
        String address = address(server);
        int status = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/health/ready"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
        server.destroy();

        assertThat(status).isEqualTo(200);
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(palindrome.err(server)).isEmptyFile();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_device_is_an_error_and_a_reader_that_has_gone_is_none() throws Exception {
        String program = "'" + palindrome.launcher() + "'";
        Run full = palindrome.run(Path.of("/bin/sh"), "", "-c", program + " check > /dev/full");
        Run version = palindrome.run(Path.of("/bin/sh"), "", "-c", program + " --version > /dev/full");
        Run gone = palindrome.run(Path.of("/bin/sh"), "", "-c", "(" + program + " check; echo $? >&2) | true");

        assertThat(full.code()).isEqualTo(5);
        assertThat(full.err()).startsWith("error: [output/lost] ");
        assertThat(version.code()).isEqualTo(5);
        assertThat(gone.err()).isEqualTo("0\n");
    }

    private String address(Process server) throws Exception {
        return Poll.match(ADDRESS, server::isAlive, () -> Files.readString(palindrome.out(server)))
                .group(1);
    }

    private static List<String> files(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
