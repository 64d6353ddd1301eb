package dev.palindrome.domain.app;

import static dev.palindrome.domain.Fixtures.app;
import static dev.palindrome.domain.Fixtures.apps;
import static dev.palindrome.domain.Fixtures.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Problem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AppsTest {
    @Test
    void apps_come_after_those_they_depend_on() {
        Apps apps = apps(app("a", Set.of("c")), app("b", Set.of()), app("c", Set.of("b")));

        assertThat(apps.inOrder()).extracting(App::name).containsExactly("b", "c", "a");
        assertThat(apps.dependenciesOf("a")).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void a_circle_between_apps_is_shown_whole() {
        Apps apps = apps(app("a", Set.of("b")), app("b", Set.of("c")), app("c", Set.of("a")));

        assertThat(problems(apps))
                .containsExactly(
                        "[app/cycle] The apps depend on each other in a circle: a → b → c → a. Take one of these"
                                + " dependencies away. (c.jar)");
    }

    @Test
    void an_app_that_depends_on_itself_is_a_circle() {
        assertThat(problems(apps(app("a", Set.of("a")))))
                .singleElement()
                .asString()
                .contains("a → a");
    }

    @Test
    void a_dependency_that_no_pack_provides_is_named() {
        assertThat(problems(apps(app("shop", Set.of("geo")))))
                .containsExactly("[app/dependency-missing] App 'shop' depends on app 'geo', which no pack provides. Add"
                        + " its pack with --pack geo=PATH. (shop.jar)");
    }

    @Test
    void two_packs_of_one_app_are_both_named() {
        App first = app("shop", Set.of());
        App second = new App(
                "shop",
                Set.of(),
                List.of(),
                java.util.Optional.empty(),
                dev.palindrome.spi.Location.of("other.jar"),
                java.util.Optional.empty(),
                List.of());

        assertThat(problems(apps(first, second)))
                .containsExactly(
                        "[app/duplicate] Two packs provide the app 'shop': shop.jar and other.jar. Leave one out,"
                                + " or name a folder otherwise with --pack NAME=PATH.");
    }

    @Test
    void two_migrations_with_one_id_are_both_named() {
        assertThat(problems(apps(app("shop", Set.of(), migration("1a"), migration("1a")))))
                .singleElement()
                .asString()
                .startsWith(
                        "[migration/duplicate] App 'shop' has two migrations with the id '1a': 1a.sql:1 and 1a.sql:1");
    }

    @Test
    void an_app_cannot_be_called_all_or_have_blanks() {
        assertThat(problems(apps(app("all", Set.of()))))
                .singleElement()
                .asString()
                .contains("[app/name] 'all'");
        assertThat(problems(apps(app("a b", Set.of()))))
                .singleElement()
                .asString()
                .contains("[app/name] 'a b'");
    }

    @Test
    void an_unknown_app_is_answered_with_those_there_are() {
        Apps apps = apps(app("shop", Set.of()), app("geo", Set.of()));

        assertThatThrownBy(() -> apps.named("nope"))
                .hasMessage("[app/unknown] There is no app 'nope'. There is: geo, shop.");
        assertThat(apps.named("all")).hasSize(2);
    }

    private static List<String> problems(Apps apps) {
        return apps.inOrder().stream()
                .flatMap(app -> app.problems().stream())
                .map(Problem::toString)
                .toList();
    }
}
