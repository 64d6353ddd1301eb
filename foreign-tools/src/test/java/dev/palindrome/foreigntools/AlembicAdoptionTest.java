package dev.palindrome.foreigntools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayName("What Alembic has run is adopted, with a pack made of the SQL that it prints")
class AlembicAdoptionTest {
    private static final String TABLE = "alembic_version";

    @TempDir
    private Path temporary;

    private Folder project;

    private String alembic(String... command) {
        return Tool.installed("alembic", project.path(), "apt-get install alembic python3-psycopg2")
                .run(command);
    }

    private void project(LiveDatabase database) {
        project = Folder.at(temporary.resolve("shop"));
        alembic("init", "migrations");
        String uri = database.uri().replaceFirst("^postgres:", "postgresql:").replaceFirst("^sqlite:", "sqlite:///");
        project.file(
                "alembic.ini",
                project.text("alembic.ini")
                        .replaceFirst("(?m)^sqlalchemy.url = .*", "sqlalchemy.url = " + uri)
                        .replace("level = INFO", "level = WARN"));
        revision("0001", "None", "op.create_table('people', sa.Column('id', sa.Integer, primary_key=True))", "people");
        revision("0002", "'0001'", "op.create_table('pets', sa.Column('id', sa.Integer, primary_key=True))", "pets");
        revision("0003", "'0002'", "op.create_table('toys', sa.Column('id', sa.Integer, primary_key=True))", "toys");
    }

    private void revision(String id, String down, String upgrade, String table) {
        project.file("migrations/versions/" + id + "_" + table + ".py", """
                import sqlalchemy as sa
                from alembic import op

                revision = '%s'
                down_revision = %s

                def upgrade():
                    %s

                def downgrade():
                    op.drop_table('%s')
                """.formatted(id, down, upgrade, table));
    }

    /** What Alembic prints of a revision, without what is not the migration's own. */
    private Folder pack(String... ids) {
        Folder pack = Folder.at(temporary.resolve("pack"));
        String before = "base";
        for (String id : ids) {
            pack.file(
                    id + "__of_alembic.sql",
                    "-- forwards\n" + own(alembic("upgrade", before + ":" + id, "--sql")) + "\n-- backwards\n"
                            + own(alembic("downgrade", id + ":" + before, "--sql")) + "\n");
            before = id;
        }
        return pack;
    }

    private static String own(String printed) {
        return Stream.of(printed.split("(?<=;)\\s*\n"))
                .filter(statement -> !statement.contains(TABLE))
                .filter(statement -> !statement.strip().matches("BEGIN;|COMMIT;"))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "H2")
    void up_to_the_revision_that_it_is_at_and_goes_back_and_forth(DatabaseKind kind) {
        LiveDatabase database = kind.fresh(temporary);
        project(database);
        alembic("upgrade", "head");
        alembic("downgrade", "-1");
        Takeover takeover =
                new Takeover(database, "shop", pack("0001", "0002", "0003").path(), "alembic", TABLE);

        takeover.adopts(2);

        assertThat(takeover.statuses()).containsExactly("0001 APPLIED", "0002 APPLIED", "0003 PENDING");
        takeover.backwards("1 migration reversed");
        assertThat(database.tables()).contains("people").doesNotContain("pets");
        takeover.forwards("2 migrations ran forwards");
        assertThat(database.tables()).contains("people", "pets", "toys");
        takeover.backwardsToNothing("3 migrations reversed");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "H2")
    void unless_it_is_at_two_at_once_or_at_one_that_the_pack_lacks(DatabaseKind kind) {
        LiveDatabase database = kind.fresh(temporary);
        project(database);
        revision("0004", "'0002'", "op.create_table('games', sa.Column('id', sa.Integer, primary_key=True))", "games");
        alembic("upgrade", "heads");
        Takeover takeover = new Takeover(database, "shop", pack("0001", "0002").path(), "alembic", TABLE);

        takeover.refuses("alembic/heads", "at 2 revisions at once", "Merge the branches with Alembic first");
        alembic("merge", "--rev-id", "0005", "heads");
        alembic("upgrade", "head");
        takeover.refuses("alembic/unknown-revision", "at revision '0005'");
    }
}
