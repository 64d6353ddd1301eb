package dev.palindrome.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.flyway.FlywayFormat;
import dev.palindrome.adapters.files.goose.GooseFormat;
import dev.palindrome.adapters.files.liquibase.LiquibaseFormat;
import dev.palindrome.adapters.files.mybatis.MybatisFormat;
import dev.palindrome.adapters.files.play.PlayFormat;
import dev.palindrome.adapters.files.sqitch.SqitchFormat;
import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.MigrationFormat;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Of each format with variables, the migrations know which values are secret")
class SecretsOfFormatsTest {
    private static final String SECRET = "it's s3cret";
    private static final Map<String, String> ENVIRONMENT = Map.of("DB_PASSWORD", SECRET, "OWNER", "anna");

    @TempDir
    Path path;

    private TestFolder file(String name, String text) {
        return new TestFolder(path).file(name, text);
    }

    private void assertSecret(MigrationFormat format, Map<String, String> settings, String database) {
        FormatSettings said = new FormatSettings(settings, ENVIRONMENT, () -> Optional.of(database));
        MigrationFormat.Contents contents = new TestFolder(path, said).read(format);
        assertThat(contents.migrations()).describedAs("%s", contents.problems()).isNotEmpty();
        assertThat(contents.migrations())
                .allSatisfy(migration -> assertThat(migration.secrets()).containsExactly(SECRET));
    }

    @Test
    void goose() {
        file("1_a.sql", "-- +goose Up\n-- +goose ENVSUB ON\nA '$DB_PASSWORD' $OWNER;\n-- +goose Down\nB;\n");
        assertSecret(new GooseFormat(), Map.of(), "postgresql");
    }

    @Test
    void goose_backwards() {
        file("1_a.sql", "-- +goose Up\nA;\n-- +goose Down\n-- +goose ENVSUB ON\nB '${DB_PASSWORD}' $OWNER;\n");
        assertSecret(new GooseFormat(), Map.of(), "postgresql");
    }

    @Test
    void flyway_with_placeholders_of_its_own_and_of_the_environment() {
        file("V1__a.sql", "A '${app_password}' ${owner};").file("R__b.sql", "B '${app_password}' ${owner};");
        Map<String, String> settings = Map.of("placeholders.app_password", SECRET, "placeholders.owner", "anna");
        assertSecret(new FlywayFormat(), settings, "postgresql");
    }

    @Test
    void mybatis_where_one_variable_holds_another() {
        new TestFolder(path).file("environments/development.properties", "dsn=${DB_PASSWORD}\n");
        path = path.resolve("scripts");
        file("1_a.sql", "A '${dsn}';\n-- //@UNDO\nB;\n");
        assertSecret(new MybatisFormat(), Map.of(), "postgresql");
    }

    @Test
    void liquibase() {
        file(
                "a.sql",
                "--liquibase formatted sql\n--property name:api.token value:x\n--changeset anna:1\nA '${api.token}';\n");
        assertSecret(new LiquibaseFormat(), Map.of("property.api.token", SECRET), "postgresql");
    }

    @Test
    void sqitch_with_psql_also_when_the_variable_is_unset_afterwards() {
        sqitch("A :'password', :owner;\n\\unset password\nB;\n");
        assertSecret(new SqitchFormat(), Map.of("variable.password", SECRET, "variable.owner", "anna"), "postgresql");
    }

    @Test
    void sqitch_with_user_variables() {
        sqitch("A @password;\n");
        assertSecret(new SqitchFormat(), Map.of("variable.password", SECRET), "mysql");
    }

    private void sqitch(String deploy) {
        file("sqitch.plan", "%syntax-version=1.0.0\n%project=shop\n\na 2026-11-22T10:15:00Z Anna <anna@example.org>\n")
                .file("deploy/a.sql", deploy)
                .file("revert/a.sql", "C;\n");
    }

    @Test
    void play() {
        file("1.sql", "# --- !Ups\nA '$evolutions{{{db.password}}}';\n# --- !Downs\nB;\n");
        assertSecret(new PlayFormat(), Map.of("db.password", SECRET), "postgresql");
    }
}
