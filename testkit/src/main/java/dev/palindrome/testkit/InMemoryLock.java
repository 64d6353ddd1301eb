package dev.palindrome.testkit;

import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockRequest;
import java.util.Map;

/** A place in the table of locks; equal to itself only, so that nobody removes somebody else's. */
final class InMemoryLock implements Lock {
    private final LockRequest request;
    private final Map<HistoryTable, InMemoryLock> locks;

    InMemoryLock(LockRequest request, Map<HistoryTable, InMemoryLock> locks) {
        this.request = request;
        this.locks = locks;
    }

    @Override
    public String holder() {
        return request.holder();
    }

    @Override
    public void close() {
        locks.remove(request.table(), this);
    }
}
