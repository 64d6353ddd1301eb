package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a foreign key refers to, as its definition says it.
 *
 * @param table the table
 * @param columns its columns; none for the primary key
 * @param end where the table's name ends in the definition
 */
record KeyTarget(ObjectName table, List<String> columns, int end) {

    static KeyTarget of(String definition) {
        List<Piece> pieces = Piece.of(definition);
        int at = 0;
        while (!pieces.get(at).is("REFERENCES")) {
            at++;
        }
        int name = at + 1;
        boolean hasSchema = name + 2 < pieces.size() && pieces.get(name + 1).is(".");
        Optional<String> schema = hasSchema ? Optional.of(written(pieces.get(name))) : Optional.empty();
        name += hasSchema ? 2 : 0;
        List<String> columns = new ArrayList<>();
        for (int i = name + 1;
                i < pieces.size() && (pieces.get(i).depth() > 0 || pieces.get(i).is("("));
                i++) {
            if (pieces.get(i).type() == Piece.Type.NAME) {
                columns.add(written(pieces.get(i)));
            }
        }
        return new KeyTarget(
                new ObjectName(schema, written(pieces.get(name))),
                columns,
                pieces.get(name).end());
    }

    private static String written(Piece name) {
        return WrittenName.of(name.content());
    }

    /** {@return the table, which may be the one that the key belongs to} */
    Optional<Table> find(Table own, Catalogue before) {
        return table.equals(own.name())
                ? Optional.of(own)
                : before.find(table).filter(Table.class::isInstance).map(Table.class::cast);
    }
}
