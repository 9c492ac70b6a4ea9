package io.rustls4j.jsse.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSessionBindingEvent;
import javax.net.ssl.SSLSessionBindingListener;
import org.junit.jupiter.api.Test;

/** The application's values, and who is told of them. */
class BoundValuesTest {
    private final JsseSession session = JsseSession.none(null, -1);
    private final List<String> events = new ArrayList<>();

    private final class Listener implements SSLSessionBindingListener {
        private final String name;
        private final boolean failing;

        Listener(String name, boolean failing) {
            this.name = name;
            this.failing = failing;
        }

        @Override
        public void valueBound(SSLSessionBindingEvent event) {
            note("+", event);
        }

        @Override
        public void valueUnbound(SSLSessionBindingEvent event) {
            note("-", event);
        }

        private void note(String what, SSLSessionBindingEvent event) {
            assertThat(event.getSession()).isSameAs(session);
            events.add(what + name + "@" + event.getName());
            if (failing) {
                throw new IllegalStateException(name);
            }
        }
    }

    @Test
    void listenersAreTold() {
        session.putValue("k", new Listener("a", false));
        session.putValue("k", new Listener("b", false));
        session.putValue("k", "plain");
        session.removeValue("k");
        session.removeValue("k");
        assertThat(events).containsExactly("+a@k", "-a@k", "+b@k", "-b@k");
        assertThat(session.getValueNames()).isEmpty();
    }

    @Test
    void oneThatThrowsOnLeavingDoesNotKeepTheOtherFromKnowing() {
        Listener before = new Listener("a", true);
        assertThatThrownBy(() -> session.putValue("k", before)).hasMessage("a");
        assertThat(session.getValue("k")).as("bound all the same").isSameAs(before);
        Listener after = new Listener("b", false);
        assertThatThrownBy(() -> session.putValue("k", after)).hasMessage("a");
        assertThat(session.getValue("k")).isSameAs(after);
        assertThat(events).containsExactly("+a@k", "-a@k", "+b@k");
    }

    @Test
    void oneThatThrowsIsGoneAllTheSame() {
        assertThatThrownBy(() -> session.putValue("k", new Listener("a", true)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> session.removeValue("k"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(session.getValue("k")).isNull();
    }

    @Test
    void listenersMayUseTheSession() {
        session.putValue(
                "k",
                new SSLSessionBindingListener() {
                    @Override
                    public void valueBound(SSLSessionBindingEvent event) {
                        event.getSession().putValue("inner", "v");
                        event.getSession().invalidate();
                    }

                    @Override
                    public void valueUnbound(SSLSessionBindingEvent event) {}
                });
        assertThat(session.getValueNames()).containsExactlyInAnyOrder("k", "inner");
    }

    @Test
    void theFirstValuesOfManyThreadsAreAllKept() throws Exception {
        int threads = 8;
        for (int round = 0; round < 200; round++) {
            JsseSession shared = JsseSession.none(null, -1);
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                List<Future<?>> done = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    String name = "k" + i;
                    done.add(
                            pool.submit(
                                    () -> {
                                        start.await();
                                        shared.putValue(name, name);
                                        return null;
                                    }));
                }
                start.countDown();
                for (Future<?> each : done) {
                    each.get();
                }
            }
            assertThat(shared.getValueNames()).hasSize(threads);
        }
    }
}
