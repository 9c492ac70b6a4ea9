package io.rustls4j.configs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Configurations by all that went into them, so that none is built per connection. They are lent;
 * what is evicted, the least used first, is closed when the last borrower has given it back, and
 * connections made from it go on. Thread-safe.
 *
 * @param <K> what tells configurations apart
 * @param <C> the configurations
 */
public final class ConfigCache<K, C extends AutoCloseable> {
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j");

    private final int limit;
    private final Consumer<? super C> beforeClose;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, Loan> configs = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Makes an empty cache.
     *
     * @param limit how many are kept, at most
     * @param beforeClose is told of each that is closed
     */
    public ConfigCache(int limit, Consumer<? super C> beforeClose) {
        this.limit = limit;
        this.beforeClose = beforeClose;
    }

    /** A configuration that stays open until the loan is closed, once by each borrower. */
    public final class Loan implements AutoCloseable {
        private final C config;
        private int borrowers;
        private boolean evicted;

        private Loan(C config) {
            this.config = config;
        }

        /**
         * What is lent.
         *
         * @return the configuration, which is the cache's to close
         */
        public C config() {
            return config;
        }

        /** Gives it back; once for each time that it was borrowed. */
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

    /**
     * Lends the configuration for a key.
     *
     * @param key what tells it from others
     * @param build makes it, where it is not there; under the lock, so that it is made once
     * @return the loan, for whoever asked to close
     */
    public Loan borrow(K key, Function<? super K, ? extends C> build) {
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

    /**
     * How many are kept.
     *
     * @return the number, without those that are evicted and still lent
     */
    public int size() {
        lock.lock();
        try {
            return configs.size();
        } finally {
            lock.unlock();
        }
    }

    /** Evicts all of them. What is borrowed afterwards is built anew. */
    public void closeAll() {
        lock.lock();
        try {
            for (Loan loan : configs.values()) {
                evict(loan);
            }
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
