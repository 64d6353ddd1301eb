package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.reversal.ReversalState;
import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Promise 8: a stored reversal that was tampered with is refused")
class TamperedReversalTest {
    private static final Map<String, String> NO_KEY = Map.of();
    private static final Map<String, String> KEY = Map.of("PALINDROME_SIGNING_KEY", "correct horse battery staple");
    private static final Map<String, String> OTHER_KEY = Map.of("PALINDROME_SIGNING_KEY", "wrong horse battery staple");

    @TempDir
    private Path folder;

    @OnEachDatabase
    void an_altered_statement_is_refused_and_nothing_runs(DatabaseKind kind) {
        Workbench bench = ranForwardsAndGone(kind, NO_KEY);
        alter(bench, "0002", text -> text.replace("DROP TABLE b", "DROP TABLE a"));

        refuses(bench, NO_KEY, "it is not what was stored");
    }

    @OnEachDatabase
    void the_reversal_of_another_row_is_refused(DatabaseKind kind) {
        Workbench bench = ranForwardsAndGone(kind, NO_KEY);
        bench.database().storeReversal("0002", bench.database().storedReversal("0001"));

        refuses(bench, NO_KEY, "it is not what was stored");
    }

    @OnEachDatabase
    void a_row_whose_checksum_was_altered_is_refused(DatabaseKind kind) {
        Workbench bench = ranForwardsAndGone(kind, NO_KEY);
        bench.database().run("UPDATE \"palindrome_history\" SET checksum = 'sha256:00' WHERE migration_id = '0002'");

        refuses(bench, NO_KEY, "it is not what was stored");
    }

    @OnEachDatabase
    void what_is_no_reversal_at_all_is_refused(DatabaseKind kind) {
        for (String text : new String[] {"", "\n", "DROP TABLE a", "sha256:00\n{", "null"}) {
            Workbench bench = ranForwardsAndGone(kind, NO_KEY);
            bench.database().storeReversal("0002", text);

            refuses(bench, NO_KEY, "not to be trusted");
            assertThat(bench.with(engine -> engine.backwards("shop", "all")).success())
                    .isFalse();
            bench.database().run("DROP TABLE a", "DROP TABLE b", "DELETE FROM \"palindrome_history\"");
        }
    }

    /** Without a key, who writes the row can write its checksum too; that is what the key is for. */
    @OnEachDatabase
    void a_checksum_made_anew_without_the_key_is_refused(DatabaseKind kind) {
        Workbench bench = ranForwardsAndGone(kind, KEY);
        UnaryOperator<String> edit = text -> text.replace("DROP TABLE b", "DROP TABLE a");
        alter(bench, "0002", text -> resealed(bench, edit.apply(text)));

        refuses(bench, KEY, "changed by somebody who does not have the key");
    }

    @OnEachDatabase
    void a_signature_that_was_cut_off_is_refused(DatabaseKind kind) {
        Workbench bench = ranForwardsAndGone(kind, KEY);
        alter(bench, "0002", text -> text.replaceFirst(" hmac-sha256:\\p{XDigit}+", ""));

        refuses(bench, KEY, "it is not signed, although a signing key is configured");
    }

    @OnEachDatabase
    void an_unsigned_row_is_refused_once_a_key_is_configured(DatabaseKind kind) {
        Workbench bench = ranForwardsAndGone(kind, NO_KEY);

        refuses(bench, KEY, "it is not signed, although a signing key is configured");
    }

    @OnEachDatabase
    void a_row_signed_with_another_key_is_refused(DatabaseKind kind) {
        Workbench bench = ranForwardsAndGone(kind, OTHER_KEY);

        refuses(bench, KEY, "it was signed with another key");
    }

    @OnEachDatabase
    void a_signed_row_runs_with_its_key_and_is_only_compared_with_its_checksum_without_one(DatabaseKind kind) {
        Workbench bench = ranForwardsAndGone(kind, KEY);

        assertThat(bench.inEnvironment(KEY, engine -> engine.backwards("shop", "1"))
                        .success())
                .isTrue();
        MigrationResult withoutKey = bench.inEnvironment(NO_KEY, engine -> engine.backwards("shop", "1"));

        assertThat(withoutKey.success()).describedAs(withoutKey.message()).isTrue();
        assertThat(bench.database().tables()).isEmpty();
    }

    @OnEachDatabase
    void a_signed_row_that_was_altered_is_refused_without_the_key_too(DatabaseKind kind) {
        Workbench bench = ranForwardsAndGone(kind, KEY);
        alter(bench, "0002", text -> text.replace("DROP TABLE b", "DROP TABLE a"));

        refuses(bench, NO_KEY, "it is not what was stored");
    }

    @OnEachDatabase
    void the_key_may_be_in_a_file_that_the_environment_or_the_configuration_names(DatabaseKind kind)
            throws IOException {
        Workbench bench = ranForwardsAndGone(kind, KEY);
        Path key = Files.writeString(folder.resolve("key"), "correct horse battery staple\n");
        Map<String, String> named = Map.of("PALINDROME_SIGNING_KEY_FILE", key.toString());

        assertThat(bench.inEnvironment(named, engine -> engine.backwards("shop", "1"))
                        .success())
                .isTrue();
        Files.writeString(folder.resolve("palindrome.yaml"), "history:\n  signingKeyFile: key\n");
        MigrationResult configured = bench.inEnvironment(NO_KEY, engine -> engine.backwards("shop", "1"));
        assertThat(configured.success()).describedAs(configured.message()).isTrue();
        assertThat(bench.database().tables()).isEmpty();

        Files.writeString(key, "too short");
        assertThatThrownBy(() -> bench.inEnvironment(NO_KEY, Palindrome::apps))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("16 characters or more")
                .hasMessageContaining("palindrome.yaml")
                .hasMessageNotContaining("too short");
        Files.delete(key);
        assertThatThrownBy(() -> bench.inEnvironment(NO_KEY, Palindrome::apps))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("There is no key file");
    }

    /** The rows are there, so the other reversals are had and check still answers. */
    @OnEachDatabase
    void check_names_what_is_spoiled_and_shows_the_rest(DatabaseKind kind) {
        Workbench bench = ranForwardsAndGone(kind, NO_KEY);
        alter(bench, "0001", text -> text.replace("DROP TABLE a", "DROP TABLE b"));

        CheckReport report = bench.with(engine -> engine.report("shop"));

        assertThat(report.statuses())
                .extracting(MigrationStatus::reversal)
                .containsExactly(ReversalState.ABSENT, ReversalState.STORED);
        assertThat(report.problems())
                .singleElement()
                .extracting(Object::toString)
                .asString()
                .contains("[history/reversal-spoiled]", "'shop:0001'", "it is not what was stored");
        assertThat(bench.backwards("shop", "1").success()).isTrue();
    }

    /** A pack that has what ran needs no row. */
    @OnEachDatabase
    void the_pack_that_it_came_from_reverses_it_all_the_same(DatabaseKind kind) {
        Workbench bench = ranForwardsAndGone(kind, NO_KEY);
        alter(bench, "0002", text -> text.replace("DROP TABLE b", "DROP TABLE a"));
        bench.app("shop");

        MigrationResult result = bench.backwards("shop", "all");

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(bench.database().tables()).isEmpty();
    }

    private Workbench ranForwardsAndGone(DatabaseKind kind, Map<String, String> environment) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b");
        assertThat(bench.inEnvironment(environment, engine -> engine.forwards("shop"))
                        .success())
                .isTrue();
        bench.remove("shop");
        return bench;
    }

    private static void alter(Workbench bench, String migrationId, UnaryOperator<String> change) {
        String before = bench.database().storedReversal(migrationId);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        bench.database().storeReversal(migrationId, after);
    }

    private static void refuses(Workbench bench, Map<String, String> environment, String why) {
        MigrationResult preview = bench.inEnvironment(
                environment,
                engine -> engine.backwards(BackwardsRequest.of("shop").preview(true)));
        MigrationResult result = bench.inEnvironment(environment, engine -> engine.backwards("shop", "1"));

        for (MigrationResult refused : new MigrationResult[] {preview, result}) {
            assertThat(refused.success()).isFalse();
            assertThat(refused.message()).contains("'shop:0002'", why, "It is not run");
            assertThat(refused.problems()).extracting(p -> p.code().path()).containsExactly("history/reversal-spoiled");
        }
        assertThat(bench.database().tables()).containsExactly("a", "b");
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0002");
    }

    /** A new checksum over what the row says now, before the signature that it had. */
    private static String resealed(Workbench bench, String text) {
        String json = text.substring(text.indexOf('\n') + 1);
        String checksum = bench.database()
                .rows("SELECT checksum FROM \"palindrome_history\" WHERE migration_id = '0002'")
                .get(0);
        String content = "shop:0002\n" + checksum + "\n" + json;
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
            return text.replaceFirst("sha256:\\p{XDigit}+", "sha256:" + digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
