package io.rustls4j.jsse.context;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Configurations by all that went into them, so that none is built per connection. They are lent;
 * what is evicted is closed when the last borrower has given it back, and connections made from it
 * go on.
 */
final class ConfigCache<K, C extends AutoCloseable> {
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j.jsse");

    private final int limit;
    private final Consumer<? super C> beforeClose;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, Loan> configs = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Makes an empty cache.
     *
     * @param beforeClose is told of each that is evicted
     */
    ConfigCache(int limit, Consumer<? super C> beforeClose) {
        this.limit = limit;
        this.beforeClose = beforeClose;
    }

    /** A configuration that stays open until the loan is closed, once by each borrower. */
    final class Loan implements AutoCloseable {
        private final C config;
        private int borrowers;
        private boolean evicted;

        private Loan(C config) {
            this.config = config;
        }

        C config() {
            return config;
        }

        @Override
        public void close() {
            boolean last;
            lock.lock();
            try {
                borrowers--;
                last = evicted && borrowers == 0;
            } finally {
                lock.unlock();
            }
            if (last) {
                end(config);
            }
        }
    }

    /** Lends the configuration for a key, built now if need be. */
    Loan borrow(K key, Function<? super K, ? extends C> build) {
        lock.lock();
        try {
            Loan loan = configs.get(key);
            if (loan == null) {
                loan = new Loan(build.apply(key));
                configs.put(key, loan);
            }
            loan.borrowers++;
            evictBeyondLimit();
            return loan;
        } finally {
            lock.unlock();
        }
    }

    private void evictBeyondLimit() {
        var oldest = configs.values().iterator();
        while (configs.size() > limit) {
            Loan loan = oldest.next();
            oldest.remove();
            evict(loan);
        }
    }

    private void evict(Loan loan) {
        loan.evicted = true;
        if (loan.borrowers == 0) {
            end(loan.config);
        }
    }

    int size() {
        lock.lock();
        try {
            return configs.size();
        } finally {
            lock.unlock();
        }
    }

    void closeAll() {
        lock.lock();
        try {
            configs.values().forEach(this::evict);
            configs.clear();
        } finally {
            lock.unlock();
        }
    }

    private void end(C config) {
        beforeClose.accept(config);
        try {
            config.close();
        } catch (Exception e) {
            LOGGER.log(System.Logger.Level.WARNING, "a configuration does not close", e);
        }
    }
}
