package org.ncsoversight.deploy.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The same work for many things, several at the same time. */
final class AtOnce {

    private AtOnce() {}

    /** Returns when all is done; the first failure ends what has not begun. */
    static <T> void forEach(int atOnce, List<T> things, Consumer<T> work) {
        List<Future<?>> running = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            things.forEach(thing -> running.add(threads.submit(() -> work.accept(thing))));
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (InterruptedException | ExecutionException e) {
                threads.shutdownNow();
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Loading was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }
}
