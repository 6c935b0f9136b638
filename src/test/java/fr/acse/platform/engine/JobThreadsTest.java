package fr.acse.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@Timeout(30)
class JobThreadsTest {

    private static final int WAITING = 3;

    private final ThreadPoolTaskExecutor threads = JobThreads.threads(1, 1, WAITING);
    private final CountDownLatch free = new CountDownLatch(1);
    private final AtomicInteger done = new AtomicInteger();

    @BeforeEach
    void start() {
        threads.initialize();
    }

    @AfterEach
    void stop() {
        free.countDown();
        threads.shutdown();
    }

    @Test
    void whoBringsMoreThanThereIsRoomForWaitsAndNothingIsRefused() throws Exception {
        int all = 50;
        CountDownLatch brought = new CountDownLatch(1);
        Thread acquisition = new Thread(() -> {
            IntStream.range(0, all).forEach(job -> threads.execute(this::work));
            brought.countDown();
        });
        acquisition.start();
        assertThat(brought.await(200, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(threads.getThreadPoolExecutor().getQueue()).hasSize(WAITING);

        free.countDown();
        assertThat(brought.await(20, TimeUnit.SECONDS)).isTrue();
        threads.getThreadPoolExecutor().shutdown();
        assertThat(threads.getThreadPoolExecutor().awaitTermination(20, TimeUnit.SECONDS))
                .isTrue();
        assertThat(done).hasValue(all);
    }

    @Test
    void whoWaitsIsLetGoWhenTheEngineStops() throws Exception {
        IntStream.rangeClosed(0, WAITING).forEach(job -> threads.execute(this::work));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> threads.execute(this::work)).isInstanceOf(TaskRejectedException.class);
        assertThat(Thread.interrupted()).isTrue();

        free.countDown();
        threads.shutdown();
        assertThatThrownBy(() -> threads.execute(this::work)).isInstanceOf(TaskRejectedException.class);
    }

    private void work() {
        try {
            free.await();
            done.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
