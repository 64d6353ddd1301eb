package dev.palindrome.adapters.http.run;

import dev.palindrome.application.json.ResultJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * All that happened in a run, in order. The run writes and never waits; readers come and go, and each reads as fast as it
 * can. Safe for use by several threads.
 */
final class EventLog {
    private final List<Event> events = new ArrayList<>();
    private final Set<Runnable> readers = new CopyOnWriteArraySet<>();
    private boolean complete;

    /** Writes an event and wakes the readers, which must not hold up whoever calls this. */
    void add(String name, ResultJson.Content data) {
        append(name, data, false);
    }

    /** Writes the last event. */
    void addLast(String name, ResultJson.Content data) {
        append(name, data, true);
    }

    /** {@return the event that follows the one with that number, 0 being before the first; empty if there is none yet} */
    synchronized Optional<Event> after(long id) {
        return id < events.size() ? Optional.of(events.get((int) id)) : Optional.empty();
    }

    /** {@return whether nothing will ever follow the event with that number} */
    synchronized boolean endsAt(long id) {
        return complete && id >= events.size();
    }

    /** {@return how many events there are} */
    synchronized int size() {
        return events.size();
    }

    /** Wakes the reader at each event from now on. */
    void join(Runnable reader) {
        readers.add(reader);
    }

    void leave(Runnable reader) {
        readers.remove(reader);
    }

    private void append(String name, ResultJson.Content data, boolean last) {
        synchronized (this) {
            events.add(new Event(events.size() + 1L, name, data));
            complete = last;
        }
        readers.forEach(Runnable::run);
    }
}
