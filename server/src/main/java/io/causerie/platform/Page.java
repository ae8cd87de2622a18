package io.causerie.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list (contract 01, section 5). */
public record Page<T>(
        long count, @Nullable String next, @Nullable String previous, List<T> results) {

    /** The same page with each element turned into its answer. */
    public <R> Page<R> map(Function<? super T, ? extends R> answer) {
        return new Page<>(count, next, previous, results.stream().<R>map(answer).toList());
    }
}
