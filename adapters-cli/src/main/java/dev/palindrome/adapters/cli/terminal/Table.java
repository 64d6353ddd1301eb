package dev.palindrome.adapters.cli.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of words in columns as wide as their widest. */
final class Table {
    private final List<String> header;
    private final List<List<Cell>> rows = new ArrayList<>();

    Table(String... header) {
        this.header = List.of(header);
    }

    void row(Cell... cells) {
        rows.add(List.of(cells));
    }

    void print(PrintWriter out, String indent, Style style) {
        int[] widths = new int[header.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[column] = Math.max(
                    width(header.get(column)),
                    rows.stream()
                            .mapToInt(row -> width(row.get(at).text()))
                            .max()
                            .orElse(0));
        }
        List<Cell> heads = header.stream().map(Cell::of).toList();
        out.println(indent + style.faint(line(heads, widths)));
        rows.forEach(row -> out.println(indent + line(row, widths)));
    }

    private static String line(List<Cell> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            Cell cell = cells.get(column);
            boolean last = column == widths.length - 1;
            line.append(cell.shown());
            line.append(last ? "" : " ".repeat(widths[column] - width(cell.text()) + 2));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * One word in a row.
     *
     * @param text what counts for the width
     * @param shown the same, perhaps with colour
     */
    record Cell(String text, String shown) {
        static Cell of(String text) {
            String oneLine = text.replaceAll("\\s+", " ").strip();
            return new Cell(oneLine, oneLine);
        }
    }
}
