package dev.palindrome.application.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.domain.result.Stakes;
import dev.palindrome.domain.result.Stakes.LostColumn;
import dev.palindrome.domain.result.Stakes.LostRows;
import dev.palindrome.domain.result.Stakes.LostTable;
import java.io.IOException;
import java.util.OptionalLong;

/** Writes what is at stake as the field {@code atStake}. What could not be counted is null. */
final class StakesJson {
    private StakesJson() {}

    static void write(JsonGenerator json, Stakes stakes) throws IOException {
        json.writeObjectFieldStart("atStake");
        json.writeArrayFieldStart("tables");
        for (LostTable table : stakes.tables()) {
            json.writeStartObject();
            json.writeStringField("name", table.name());
            count(json, "rows", table.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("columns");
        for (LostColumn column : stakes.columns()) {
            json.writeStartObject();
            json.writeStringField("table", column.table());
            json.writeStringField("name", column.name());
            count(json, "rows", column.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        for (LostRows rows : stakes.rows()) {
            json.writeStartObject();
            json.writeStringField("table", rows.table());
            count(json, "rows", rows.rows());
            count(json, "of", rows.of());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("totalRows", stakes.totalRows());
        ResultJson.texts(json, "uncounted", stakes.uncounted());
        json.writeEndObject();
    }

    private static void count(JsonGenerator json, String name, OptionalLong count) throws IOException {
        if (count.isPresent()) {
            json.writeNumberField(name, count.getAsLong());
        } else {
            json.writeNullField(name);
        }
    }
}
