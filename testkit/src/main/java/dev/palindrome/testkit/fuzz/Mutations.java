package dev.palindrome.testkit.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Inputs that nobody would write: good ones with things left out, doubled, strewn in and joined, or nothing but noise. */
final class Mutations {
    private static final List<byte[]> ODD = Stream.of(
                    "\0",
                    "\uFEFF",
                    "\r",
                    "\r\n",
                    "\n",
                    "\t",
                    " ",
                    "\f",
                    "\u000B",
                    "\u001A",
                    "\u001B",
                    "\u0085",
                    "\u00A0",
                    "\u2028",
                    "\u2029",
                    "\u200B",
                    "\u202E",
                    "\u0301",
                    "é",
                    "𝒳",
                    "\uFFFF",
                    "'",
                    "\"",
                    "`",
                    ";",
                    "--",
                    "/*",
                    "*/",
                    "/*!",
                    "#",
                    "$",
                    "$$",
                    "\\",
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    ":",
                    ": ",
                    ",",
                    "- ",
                    "?",
                    "|",
                    ">",
                    "&",
                    "*",
                    "!",
                    "%",
                    "@",
                    "=",
                    "~",
                    "0",
                    "-1",
                    "1e999",
                    "99999999999999999999",
                    "${x}",
                    "---\n",
                    "...\n")
            .map(Mutations::bytes)
            .toList();

    /** No UTF-8: lone and missing continuations, an overlong slash, a surrogate, more than Unicode has. */
    private static final List<byte[]> BROKEN = List.of(
            new byte[] {(byte) 0x80},
            new byte[] {(byte) 0xC3},
            new byte[] {(byte) 0xC0, (byte) 0xAF},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            new byte[] {(byte) 0xFF, (byte) 0xFE});

    private static final int DEEPEST = 20_000;
    private static final int LONGEST_NOISE = 300;

    private final List<byte[]> corpus;
    private final List<byte[]> words;

    Mutations(List<byte[]> corpus, List<String> words) {
        this.corpus = List.copyOf(corpus);
        this.words = Stream.concat(words.stream().map(Mutations::bytes), ODD.stream())
                .toList();
    }

    byte[] input(Random random) {
        byte[] input = random.nextInt(12) == 0 ? noise(random) : pick(corpus, random);
        for (int i = random.nextInt(5); i >= 0; i--) {
            input = mutated(input, random);
        }
        return input;
    }

    private byte[] mutated(byte[] input, Random random) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + 1 + random.nextInt(random.nextBoolean() ? 8 : 200));
        byte[] piece = Arrays.copyOfRange(input, from, to);
        return switch (random.nextInt(random.nextInt(50) == 0 ? 14 : 12)) {
            case 0 -> replaced(input, from, to, new byte[0]);
            case 1 -> Arrays.copyOf(input, from);
            case 2 -> replaced(input, from, from, piece);
            case 3 -> replaced(input, random.nextInt(input.length + 1), piece);
            case 4, 5, 6 -> replaced(input, from, pick(words, random));
            case 7 -> replaced(input, from, Math.min(from + 1, input.length), pick(words, random));
            case 8 -> replaced(input, from, pick(BROKEN, random));
            case 9 -> replaced(input, from, Math.min(from + 1, input.length), new byte[] {(byte) random.nextInt(256)});
            case 10 -> replaced(input, from, tail(pick(corpus, random), random));
            case 11 -> withOtherLineEnds(input, random);
            case 12 -> replaced(input, from, repeated(pick(words, random), random));
            default -> replaced(input, from, repeated(piece, random));
        };
    }

    private byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(LONGEST_NOISE)];
        random.nextBytes(noise);
        if (random.nextBoolean()) {
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (byte) (' ' + random.nextInt('~' - ' '));
            }
        }
        return noise;
    }

    private static byte[] tail(byte[] other, Random random) {
        return Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length);
    }

    private static byte[] repeated(byte[] piece, Random random) {
        int times = Math.min(1 + random.nextInt(DEEPEST), 200_000 / (piece.length + 1));
        byte[] all = new byte[piece.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(piece, 0, all, i * piece.length, piece.length);
        }
        return all;
    }

    private static byte[] withOtherLineEnds(byte[] input, Random random) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        return text.replace("\n", random.nextBoolean() ? "\r\n" : "\r").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] replaced(byte[] input, int at, byte[] by) {
        return replaced(input, at, at, by);
    }

    private static byte[] replaced(byte[] input, int from, int to, byte[] by) {
        byte[] all = new byte[input.length - (to - from) + by.length];
        System.arraycopy(input, 0, all, 0, from);
        System.arraycopy(by, 0, all, from, by.length);
        System.arraycopy(input, to, all, from + by.length, input.length - to);
        return all;
    }

    private static byte[] pick(List<byte[]> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
