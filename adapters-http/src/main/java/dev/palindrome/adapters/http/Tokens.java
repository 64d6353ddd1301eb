package dev.palindrome.adapters.http;

import dev.palindrome.application.configuration.ServerSettings.Token;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The tokens that open the door, of which only hashes are known. */
final class Tokens {
    private final List<Known> known = new ArrayList<>();

    /** Refuses tokens whose hash is none. */
    Tokens(List<Token> tokens) {
        tokens.forEach(token -> known.add(new Known(hash(token), new Caller(token.name(), token.role()))));
    }

    /** Compares with every token, in a time that doesn't tell how much was right. */
    Optional<Caller> find(String secret) {
        byte[] hash = sha256(secret);
        Optional<Caller> found = Optional.empty();
        for (Known token : known) {
            if (MessageDigest.isEqual(token.hash(), hash)) {
                found = Optional.of(token.caller());
            }
        }
        return found;
    }

    private static byte[] hash(Token token) {
        try {
            byte[] hash = HexFormat.of().parseHex(token.sha256());
            if (hash.length == 32) {
                return hash;
            }
        } catch (IllegalArgumentException e) {
            // Said below, without the text: somebody may have put the token itself there.
        }
        throw new ProblemException(Problem.error(
                HttpCodes.SERVER_TOKEN,
                "The sha256 of the token '" + token.name() + "' is not 64 hexadecimal digits. Make one with: "
                        + "printf %s \"$TOKEN\" | sha256sum"));
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private record Known(byte[] hash, Caller caller) {}
}
