package dev.palindrome.adapters.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.http.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of the page that compute something, asked in the browser. */
class PageModulesTest {
    private static Chromium chromium;
    private static TestServer server;
    private static Visitor visitor;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        server = TestServer.with();
        visitor = chromium.visitor(server.address()).open("");
    }

    @AfterAll
    static void close() {
        if (server != null) {
            server.close();
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'it''s' || \"a\"\"b\" -- so\nFROM t",
                "/* never closed",
                "'never closed",
                "$$ body; ' $$ $x$ $$ $x$",
                "`q` ü€😀 1.5e3 <b>",
                ""
            })
    void colouringLosesNothingOfASql(String sql) {
        Object joined = visitor.page()
                .evaluate(
                        "async (sql) => (await import('./assets/sql.js')).tokens(sql).map(([kind, text]) => text).join('')",
                        sql);

        assertThat(joined).isEqualTo(sql);
    }

    @Test
    void colouringTellsKeywordsStringsNamesNumbersAndComments() {
        Object kinds = visitor.page().evaluate("""
                async () => (await import('./assets/sql.js')).tokens('SELECT "select" + 12, \\'from\\' -- where')
                    .map(([kind]) => kind).filter((kind) => kind !== 'other')
                """);

        assertThat((List<?>) kinds)
                .map(Object::toString)
                .containsExactly("keyword", "name", "number", "string", "comment");
    }

    @Test
    void tablesThatPointAtEachOtherInACircleHavePlacesThatDoNotOverlap() {
        Object overlaps = visitor.page().evaluate("""
                async () => {
                  const {layered} = await import('./assets/layers.js');
                  const node = (id, ...to) => ({id, width: 100, height: 50, to});
                  const {places} = layered([node('a', 'c'), node('b', 'a', 'b'), node('c', 'b'), node('d', 'a', 'nowhere'), node('e')]);
                  const all = [...places.values()];
                  return all.flatMap((one, i) => all.slice(i + 1).filter((other) =>
                      Math.abs(one.x - other.x) < 100 && Math.abs(one.y - other.y) < 50)).length;
                }
                """);

        assertThat(overlaps).isEqualTo(0);
    }

    @Test
    void comparingTellsWhatBecomesOfTablesColumnsAndForeignKeys() {
        Object changes = visitor.page().evaluate("""
                async () => {
                  const {compared} = await import('./assets/compared.js');
                  const column = (name, type) => ({name, type, nullable: true, primaryKey: false});
                  const table = (name, columns, foreignKeys = []) => ({name, columns, foreignKeys});
                  const key = {columns: ['a'], table: 'other', referencedColumns: ['id']};
                  const both = compared(
                      [table('gone', []), table('kept', [column('a', 'int')]), table('wider', [column('a', 'int'), column('b', 'int')], [key])],
                      [table('kept', [column('a', 'int')]), table('wider', [column('a', 'bigint')]), table('new', [])]);
                  return Object.fromEntries(both.map((one) => [one.name,
                      [one.change, ...one.columns.map((c) => c.name + ' ' + c.change), ...one.foreignKeys.map((k) => 'key ' + k.change)].join(', ')]));
                }
                """);

        assertThat(changes)
                .isEqualTo(Map.of(
                        "gone", "removed",
                        "kept", "same, a same",
                        "wider", "changed, a changed, b removed, key removed",
                        "new", "added"));
    }
}
