package org.ncsoversight.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.mongodb.MongoCommandException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The reason for each of our changes: the stock server fails that part of the specification. */
class StockServerTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> the_stock_server_fails_to_show_that() {
        return Stream.of(ServerSpecification.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> dynamicTest(method.getName().replace('_', ' '), () -> assertFails(method)));
    }

    private void assertFails(Method specified) throws Exception {
        var onStock = new OnStock();
        onStock.folder = Files.createDirectory(folder.resolve(specified.getName()));
        onStock.open();
        try {
            Throwable failure = catchThrowable(() -> specified.invoke(onStock));
            assertThat(failure)
                    .as("The stock server can do this now; remove our code for it.")
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOfAny(AssertionError.class, MongoCommandException.class);
        } finally {
            onStock.close();
        }
    }

    private static final class OnStock extends ServerSpecification {

        private StockServer server;

        @Override
        String start(Path file) {
            server = StockServer.start(file);
            return server.uri();
        }

        @Override
        void stop() {
            server.close();
        }

        @Override
        Class<?> main() {
            return StockServer.class;
        }
    }
}
