package dev.palindrome.examples.roundtrips;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.PalindromeBuilder;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One app of ten migrations, written in SQL, in YAML and in Java, leaves one catalogue, wherever one stops on either way. */
class ThreeWaysTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Server.class)
    void sql_yaml_and_java_lead_through_the_same_points_and_back(Server server) {
        List<Point> sql = journey(server, builder -> builder.folder("school", written("sql")));
        List<Point> yaml = journey(server, builder -> builder.folder("school", written("yaml")));
        List<Point> java = journey(server, builder -> builder.packs(new SchoolPack()));

        assertThat(sql).hasSize(21);
        assertThat(yaml).containsExactlyElementsOf(sql);
        assertThat(java).containsExactlyElementsOf(sql);
        assertThat(sql.get(20)).isEqualTo(sql.get(0));
    }

    /** Where one is before the first step, after each of ten forwards, and after each of ten backwards. */
    private List<Point> journey(Server server, UnaryOperator<PalindromeBuilder> packs) {
        String url = server.newDatabase(folder);
        List<Point> points = new ArrayList<>();
        try (Palindrome palindrome = packs.apply(Palindrome.on(url)).build()) {
            points.add(point(palindrome));
            for (int i = 0; i < 10; i++) {
                one(palindrome.forwards("school", "1"));
                points.add(point(palindrome));
            }
            for (int i = 0; i < 10; i++) {
                one(palindrome.backwards("school", "1"));
                points.add(point(palindrome));
            }
        }
        return points;
    }

    private static void one(MigrationResult result) {
        assertThat(result.success()).as(result.message()).isTrue();
        assertThat(result.steps()).hasSize(1);
    }

    private static Point point(Palindrome palindrome) {
        try (Session session = palindrome.workspace().database().openSession()) {
            List<SchemaObject> objects =
                    palindrome.workspace().database().inspector().all(session);
            boolean hasTeachers = objects.stream().anyMatch(o -> o.name().name().equals("teacher"));
            return new Point(
                    objects,
                    hasTeachers
                            ? session.query("SELECT id, name FROM teacher ORDER BY id").stream()
                                    .map(row -> row.text("id") + " " + row.text("name"))
                                    .toList()
                            : List.of());
        }
    }

    private static Path written(String language) {
        try {
            return Path.of(
                    ThreeWaysTest.class.getResource("/three-ways/" + language).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Point(List<SchemaObject> catalogue, List<String> teachers) {}
}
