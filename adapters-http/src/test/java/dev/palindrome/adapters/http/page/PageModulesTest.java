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
    void whatIsShownAnewLeavesFocusAndScrollingWhereTheyWere() {
        Object kept = visitor.page().evaluate("""
                async () => {
                  const {redraw} = await import('./assets/redraw.js');
                  const {h} = await import('./assets/dom.js');
                  const place = document.createElement('div');
                  document.getElementById('main').append(place);
                  const long = (text) => h('section', {class: 'picture', tabindex: '0'}, h('pre', {}, `${text}\\n`.repeat(100)));
                  const shown = (n, first = []) => redraw(place, [
                    first, long(`line ${n}`),
                    h('p', {class: 'a'}, h('a', {href: '#/runs/1'}, 'run'), ' ', h('a', {href: '#/runs/1'}, `again ${n}`)),
                    h('p', {class: 'b'}, h('button', {class: 'primary', type: 'button'}, `All ${n}`), h('button', {type: 'button'}, 'Sync'), String(n)),
                    h('details', {}, h('summary', {}, 'more'), String(n)),
                    h('p', {class: 'same'}, h('button', {type: 'button'}, 'Stay')),
                  ]);
                  const look = () => document.activeElement.textContent;
                  const found = [];
                  shown(1);
                  place.querySelector('.picture').scrollTop = 40;
                  place.querySelector('details').open = true;
                  place.querySelector('.b button').focus();
                  const same = place.querySelector('.same');
                  shown(2, h('p', {}, 'something new above'));
                  found.push(look());
                  place.querySelectorAll('.b button')[1].focus();
                  shown(3);
                  found.push(look(), place.querySelector('.picture').scrollTop);
                  place.querySelectorAll('.a a')[1].focus();
                  shown(4);
                  found.push(look(), place.querySelector('details').open, same === place.querySelector('.same'));
                  same.querySelector('button').focus();
                  shown(5);
                  found.push(look(), place.childElementCount);
                  place.remove();
                  return found;
                }
                """);

        assertThat((List<?>) kept)
                .map(Object::toString)
                .containsExactly("All 2", "Sync", "40", "again 4", "true", "true", "Stay", "5");
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
