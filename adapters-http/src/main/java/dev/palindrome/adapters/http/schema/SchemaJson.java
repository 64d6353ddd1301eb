package dev.palindrome.adapters.http.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.domain.schema.ForeignKey;
import dev.palindrome.domain.schema.Schema;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Table;
import java.io.IOException;

/** A schema as JSON. */
final class SchemaJson {
    private SchemaJson() {}

    static void write(JsonGenerator json, Schema schema) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("tables");
        for (Table table : schema.tables()) {
            write(json, schema, table);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Schema schema, Table table) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", table.name().toString());
        json.writeArrayFieldStart("columns");
        for (Column column : table.columns()) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("type", column.type());
            json.writeBooleanField("nullable", column.nullable());
            json.writeBooleanField("primaryKey", schema.isInPrimaryKey(table, column));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("foreignKeys");
        for (ForeignKey key : schema.foreignKeys(table)) {
            json.writeStartObject();
            ResultJson.texts(json, "columns", key.columns());
            json.writeStringField("table", key.table().toString());
            ResultJson.texts(json, "referencedColumns", key.referencedColumns());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
