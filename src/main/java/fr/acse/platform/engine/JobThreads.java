package fr.acse.platform.engine;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The threads that execute jobs. If all threads are busy, the acquisition of new jobs waits for a free place in the queue. The engine's own
 * threads would reject the jobs. After each finished job, the engine would then acquire only one or two jobs, although thousands are due.
 */
@Configuration(proxyBeanMethods = false)
class JobThreads {

    private static final int SECONDS_TO_FINISH = 15;

    @Bean
    static ThreadPoolTaskExecutor camundaTaskExecutor(CamundaBpmProperties properties) {
        JobExecutionProperty settings = properties.getJobExecution();
        return threads(settings.getCorePoolSize(), settings.getMaxPoolSize(), settings.getQueueCapacity());
    }

    static ThreadPoolTaskExecutor threads(int fewest, int most, int waiting) {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(fewest);
        threads.setMaxPoolSize(most);
        threads.setQueueCapacity(waiting);
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
        threads.setRejectedExecutionHandler(JobThreads::waitForRoom);
        return threads;
    }

    private static void waitForRoom(Runnable jobs, ThreadPoolExecutor threads) {
        if (threads.isShutdown()) {
            throw new RejectedExecutionException("No jobs are executed any more");
        }
        try {
            threads.getQueue().put(jobs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("Nobody waits for room any more", e);
        }
    }
}
