package dev.palindrome.adapters.http;

import dev.palindrome.domain.plan.Course;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What a run's id says: which migrations it is about. So a server that never saw the run, or was started again since, can
 * look in the history what became of them, and nobody has to keep a table of runs. It is a claim and nothing more: what
 * is answered is what the history says, and reading is all that an id is good for.
 *
 * @param appName the app that was asked for, or {@code all}
 * @param planHash the hash of the plan
 * @param course which way
 * @param startedOn when it was asked for, to the millisecond
 * @param total how many steps the plan has
 * @param steps the steps, or the first of them if all would make the id too long
 */
record RunId(String appName, String planHash, Course course, Instant startedOn, int total, List<PlannedStep> steps) {
    private static final int VERSION = 1;
    /** Well below what servers and proxies take as an address. */
    private static final int LONGEST = 1_500;

    private static final SecureRandom RANDOM = new SecureRandom();

    RunId {
        steps = List.copyOf(steps);
    }

    /** The id of a run that begins. */
    static RunId of(String appName, String planHash, MigrationResult plan, Instant startedOn) {
        return new RunId(
                appName,
                planHash,
                plan.direction().orElseThrow(),
                startedOn,
                plan.steps().size(),
                plan.steps().stream().map(PlannedStep::of).toList());
    }

    /** {@return an id as clients see it, another one each time} */
    String encode() {
        byte[] nonce = new byte[8];
        RANDOM.nextBytes(nonce);
        int count = steps.size();
        String text = encode(nonce, count);
        while (text.length() > LONGEST) {
            count /= 2;
            text = encode(nonce, count);
        }
        return text;
    }

    /** {@return what an id says; empty if it is none} */
    static Optional<RunId> decode(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text))))) {
            if (in.readByte() != VERSION) {
                return Optional.empty();
            }
            in.readLong();
            return Optional.of(read(in));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String encode(byte[] nonce, int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
            out.writeByte(VERSION);
            out.write(nonce);
            write(out, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private void write(DataOutputStream out, int count) throws IOException {
        out.writeUTF(appName);
        out.writeUTF(planHash);
        out.writeUTF(course.name());
        out.writeLong(startedOn.toEpochMilli());
        out.writeInt(total);
        out.writeInt(count);
        for (PlannedStep step : steps.subList(0, count)) {
            out.writeUTF(step.direction().name());
            out.writeUTF(step.migration().appName());
            out.writeUTF(step.migration().id().value());
        }
    }

    private static RunId read(DataInputStream in) throws IOException {
        String appName = in.readUTF();
        String planHash = in.readUTF();
        Course course = Course.valueOf(in.readUTF());
        Instant startedOn = Instant.ofEpochMilli(in.readLong());
        int total = in.readInt();
        int count = in.readInt();
        List<PlannedStep> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Direction direction = Direction.valueOf(in.readUTF());
            steps.add(new PlannedStep(direction, new MigrationRef(in.readUTF(), new MigrationId(in.readUTF()))));
        }
        return new RunId(appName, planHash, course, startedOn, total, steps);
    }

    /**
     * A step of the plan.
     *
     * @param direction which way
     * @param migration which migration
     */
    record PlannedStep(Direction direction, MigrationRef migration) {
        static PlannedStep of(StepResult step) {
            return new PlannedStep(
                    step.direction(), new MigrationRef(step.appName(), new MigrationId(step.migrationId())));
        }
    }
}
