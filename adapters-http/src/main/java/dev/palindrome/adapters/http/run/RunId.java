package dev.palindrome.adapters.http.run;

import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.plan.Course;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.MigrationId;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param stretches the steps, or the first of them if all would make the id too long, which takes hundreds of stretches
 */
record RunId(String appName, String planHash, Course course, Instant startedOn, int total, List<Stretch> stretches) {
    private static final int VERSION = 2;
    /** Well below what servers and proxies take as an address. */
    private static final int LONGEST = 1_500;
    /** Few ids have room for as many. */
    private static final int MOST_STRETCHES = 512;
    /** No id makes us list more steps than this. */
    private static final int MOST_STEPS = 1_000_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    RunId {
        stretches = List.copyOf(stretches);
    }

    /** The id of a run that begins, with the packs as they are. */
    static RunId of(String appName, String planHash, MigrationResult plan, Instant startedOn, Apps apps) {
        List<PlannedStep> steps = plan.steps().stream().map(PlannedStep::of).toList();
        RunId exact = new RunId(
                appName, planHash, plan.direction().orElseThrow(), startedOn, steps.size(), Stretch.of(steps, apps));
        return exact.isShort() ? exact : exact.with(Stretch.of(byApp(steps), apps));
    }

    /** {@return an id as clients see it, another one each time} */
    String encode() {
        byte[] nonce = nonce();
        int count = Math.min(stretches.size(), MOST_STRETCHES);
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

    private boolean isShort() {
        return stretches.size() <= MOST_STRETCHES
                && encode(nonce(), stretches.size()).length() <= LONGEST;
    }

    private static byte[] nonce() {
        byte[] nonce = new byte[8];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    private RunId with(List<Stretch> others) {
        return new RunId(appName, planHash, course, startedOn, total, others);
    }

    /** Where the apps of a plan alternate all the time, telling it app by app is much shorter. */
    private static List<PlannedStep> byApp(List<PlannedStep> steps) {
        Map<String, List<PlannedStep>> byApp = new LinkedHashMap<>();
        steps.forEach(step -> byApp.computeIfAbsent(step.migration().appName(), app -> new ArrayList<>())
                .add(step));
        return byApp.values().stream().flatMap(List::stream).toList();
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
        for (Stretch stretch : stretches.subList(0, count)) {
            out.writeUTF(stretch.direction().name());
            out.writeUTF(stretch.appName());
            out.writeUTF(stretch.first().value());
            out.writeInt(stretch.count());
            if (stretch.count() > 1) {
                out.writeUTF(stretch.last().value());
                out.writeInt(stretch.digest());
            }
        }
    }

    private static RunId read(DataInputStream in) throws IOException {
        String appName = in.readUTF();
        String planHash = in.readUTF();
        Course course = Course.valueOf(in.readUTF());
        Instant startedOn = Instant.ofEpochMilli(in.readLong());
        int total = in.readInt();
        int count = in.readInt();
        if (count > MOST_STRETCHES) {
            throw new IOException("No id has so many stretches");
        }
        List<Stretch> stretches = new ArrayList<>();
        int left = Math.min(total, MOST_STEPS);
        for (int i = 0; i < count; i++) {
            Stretch stretch = readStretch(in);
            left -= stretch.count();
            if (stretch.count() < 1 || left < 0) {
                throw new IOException("No run has these steps");
            }
            stretches.add(stretch);
        }
        return new RunId(appName, planHash, course, startedOn, total, stretches);
    }

    private static Stretch readStretch(DataInputStream in) throws IOException {
        Direction direction = Direction.valueOf(in.readUTF());
        String appName = in.readUTF();
        MigrationId first = new MigrationId(in.readUTF());
        int count = in.readInt();
        return count == 1
                ? new Stretch(direction, appName, first, first, 1, 0)
                : new Stretch(direction, appName, first, new MigrationId(in.readUTF()), count, in.readInt());
    }
}
