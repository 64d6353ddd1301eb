package dev.palindrome.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ten thousand files are read in under two seconds, in a machine of 256 MiB, whatever the format. So are those of SQL by a
 * machine that has just started; YAML takes that one twice as long. The bounds for it leave room for a busy processor.
 */
class TenThousandFilesTest {
    private static final int FILES = 10_000;
    private static final Duration WARM = Duration.ofSeconds(2);
    private static final Duration COLD = Duration.ofSeconds(3);
    private static final Duration COLD_YAML = Duration.ofSeconds(6);
    private static final int MOST_ROUNDS = 4;

    @TempDir
    Path path;

    @ParameterizedTest
    @EnumSource
    void ten_thousand_files_are_read_in_no_time_and_little_memory(Folder folder) throws Exception {
        folder.write(new TestFolder(path));
        Duration cold = Duration.ofDays(1);
        Duration warm = Duration.ofDays(1);
        // whatever else the machine does makes a round longer, never shorter
        for (int round = 1;
                round <= MOST_ROUNDS && (cold.compareTo(folder.cold()) >= 0 || warm.compareTo(WARM) >= 0);
                round++) {
            List<Duration> took = read(folder);
            cold = Collections.min(List.of(cold, took.get(0)));
            warm = Collections.min(List.of(warm, took.get(took.size() - 1)));
        }

        assertThat(cold).as("cold").isLessThan(folder.cold());
        assertThat(warm).as("once the machine has warmed up").isLessThan(WARM);
    }

    private List<Duration> read(Folder folder) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        folder.format(),
                        path.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(folder + ": " + output.strip());
        assertThat(process.waitFor()).as(output).isZero();
        return Stream.of(output.strip().split(" "))
                .map(Long::valueOf)
                .map(Duration::ofMillis)
                .toList();
    }

    /**
     * Recognises and reads a folder several times, and prints how many milliseconds of a processor's time each took, which
     * doesn't grow when other programs are busy; the first is the cold one.
     */
    static final class Reading {
        private static final int TIMES = 3;
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private Reading() {}

        public static void main(String... arguments) {
            MigrationFormat format = ServiceLoader.load(MigrationFormat.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(each -> each.name().equals(arguments[0]))
                    .findFirst()
                    .orElseThrow();
            List<String> took = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                long start = THREADS.getCurrentThreadCpuTime();
                MigrationFolder folder = MigrationFolder.list("shop", Path.of(arguments[1]));
                if (!format.recognises(folder)) {
                    throw new IllegalStateException("It isn't recognised.");
                }
                MigrationFormat.Contents contents = format.read(folder);
                took.add(String.valueOf(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)
                        .toMillis()));
                if (!contents.problems().isEmpty() || contents.migrations().size() < FILES / 2 - 1) {
                    throw new IllegalStateException(
                            "Of " + contents.migrations().size() + " migrations: "
                                    + contents.problems().stream().findFirst());
                }
            }
            System.out.println(String.join(" ", took));
        }
    }

    /** A folder of as many files, as somebody would have them. */
    enum Folder {
        PALINDROME("palindrome", FILES) {
            @Override
            void write(TestFolder folder, int i) {
                folder.file(
                        i + "__table_" + i + ".sql",
                        "-- palindrome: description=\"table\"\n-- forwards\n" + create(i) + "-- backwards\n" + drop(i));
            }
        },
        YAML("palindrome", FILES) {
            @Override
            void write(TestFolder folder, int i) {
                folder.file(i + "__table_" + i + ".yaml", """
                        description: table
                        operations:
                          - createTable:
                              table: t%d
                              columns:
                                - {name: id, type: integer, primaryKey: true}
                                - {name: name, type: varchar(100), nullable: false}
                        """.formatted(i));
            }
        },
        GOLANG_MIGRATE("golang-migrate", FILES / 2) {
            @Override
            void write(TestFolder folder, int i) {
                folder.file(i + "_table.up.sql", create(i)).file(i + "_table.down.sql", drop(i));
            }
        },
        GOOSE("goose", FILES) {
            @Override
            void write(TestFolder folder, int i) {
                folder.file(i + "_table.sql", "-- +goose Up\n" + create(i) + "-- +goose Down\n" + drop(i));
            }
        },
        DBMATE("dbmate", FILES) {
            @Override
            void write(TestFolder folder, int i) {
                folder.file((FILES + i) + "_table.sql", "-- migrate:up\n" + create(i) + "-- migrate:down\n" + drop(i));
            }
        },
        DIESEL("diesel", FILES / 2) {
            @Override
            void write(TestFolder folder, int i) {
                folder.file(i + "_table/up.sql", create(i)).file(i + "_table/down.sql", drop(i));
            }
        },
        PLAY("play", FILES) {
            @Override
            void write(TestFolder folder, int i) {
                folder.file(i + ".sql", "# --- !Ups\n" + create(i) + "# --- !Downs\n" + drop(i));
            }
        },
        FLYWAY("flyway", FILES / 2) {
            @Override
            void write(TestFolder folder, int i) {
                folder.file("V" + i + "__table.sql", create(i)).file("U" + i + "__table.sql", drop(i));
            }
        },
        MYBATIS("mybatis", FILES) {
            @Override
            void write(TestFolder folder, int i) {
                folder.file(i + "_table.sql", create(i) + "-- //@UNDO\n" + drop(i));
            }
        },
        LIQUIBASE("liquibase", FILES - 1) {
            @Override
            void write(TestFolder folder, int i) {
                folder.file("root.yaml", "databaseChangeLog: [{includeAll: {path: changes}}]")
                        .file(
                                "changes/" + i + ".sql",
                                "--liquibase formatted sql\n--changeset ann:" + i + " labels:a\n" + create(i)
                                        + "--rollback " + drop(i));
            }
        },
        SQITCH("sqitch", FILES / 2) {
            @Override
            void write(TestFolder folder) {
                StringBuilder plan = new StringBuilder("%project=shop\n\n");
                for (int i = 1; i <= FILES / 2; i++) {
                    plan.append("t" + i + (i == 1 ? "" : " [t" + (i - 1) + "]"))
                            .append(" 2026-11-22T10:15:00Z Ann <ann@example.com>\n");
                    folder.file("deploy/t" + i + ".sql", create(i)).file("revert/t" + i + ".sql", drop(i));
                }
                folder.file("sqitch.plan", plan.toString());
            }
        };

        private final String format;
        private final int migrations;

        Folder(String format, int migrations) {
            this.format = format;
            this.migrations = migrations;
        }

        String format() {
            return format;
        }

        Duration cold() {
            return this == YAML ? COLD_YAML : COLD;
        }

        void write(TestFolder folder) throws IOException {
            IntStream.rangeClosed(1, migrations).forEach(i -> write(folder, i));
        }

        void write(TestFolder folder, int i) {}

        private static String create(int i) {
            return "CREATE TABLE t" + i + " (\n  id integer PRIMARY KEY,\n  name varchar(100) NOT NULL\n);\n";
        }

        private static String drop(int i) {
            return "DROP TABLE t" + i + ";\n";
        }
    }
}
