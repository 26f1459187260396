package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class JobsTest {

    private final ThreadPoolTaskScheduler jobs = new EvidenceService().taskScheduler();

    @BeforeEach
    void start() {
        jobs.initialize();
    }

    @AfterEach
    void stop() {
        jobs.shutdown();
    }

    @Test
    void jobs_that_hang_hold_up_no_other() throws InterruptedException {
        var hanging = new ArrayList<Future<?>>();
        var released = new CountDownLatch(1);
        for (int i = 1; i < EvidenceService.JOBS_AT_ONCE; i++) {
            hanging.add(jobs.scheduleWithFixedDelay(() -> await(released), Duration.ofMillis(1)));
        }
        var twice = new CountDownLatch(2);
        var other = jobs.scheduleWithFixedDelay(twice::countDown, Duration.ofMillis(1));

        assertThat(twice.await(5, TimeUnit.MINUTES)).isTrue();
        released.countDown();
        other.cancel(true);
        hanging.forEach(one -> one.cancel(true));
    }

    @Test
    void each_job_of_the_service_finds_a_thread() {
        long known = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.ncsoversight.evidence")
                        .stream()
                        .flatMap(one -> one.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Scheduled.class))
                        .count();

        assertThat(known).isPositive().isLessThanOrEqualTo(EvidenceService.JOBS_AT_ONCE);
    }

    /** Left to itself it would bring one that runs all jobs with a pause between on a single thread. */
    @Test
    void springs_own_scheduler_stands_back() {
        new ApplicationContextRunner()
                .withPropertyValues("spring.threads.virtual.enabled=true")
                .withBean("taskScheduler", ThreadPoolTaskScheduler.class, () -> new EvidenceService().taskScheduler())
                .withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
                .run(context ->
                        assertThat(context.getBean(TaskScheduler.class)).isInstanceOf(ThreadPoolTaskScheduler.class));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
