package oriel.contract.protocol;

import java.util.List;

/**
 * Figures of caches ({@code WTS_CACHE_STATS} with its union {@code WTS_CACHE_STATS_UN}; pages of these names). The arm
 * is the type; {@code Length} follows from it, and {@code ProtocolType} is not used by the service.
 */
public sealed interface CacheStats {

    /** No caches. */
    CacheStats NONE = new Reserved(List.of());

    /**
     * Figures of each cache ({@code Specific} 1).
     *
     * @param caches at most 4
     */
    record PerCache(List<ProtocolCache> caches) implements CacheStats {

        /** Checks and copies the list. */
        public PerCache {
            if (caches.size() > WtsDefs.MAX_PROTOCOL_CACHE) {
                throw new IllegalArgumentException(caches.size() + " caches, at most 4 fit");
            }
            caches = List.copyOf(caches);
        }
    }

    /**
     * One figure ({@code Specific} 2).
     *
     * @param tShareCacheStats the figure
     */
    record Share(long tShareCacheStats) implements CacheStats {}

    /**
     * Free for the protocol ({@code Specific} 3).
     *
     * @param values at most 20
     */
    record Reserved(List<Long> values) implements CacheStats {

        /** Checks and copies the list. */
        public Reserved {
            if (values.size() > WtsDefs.MAX_CACHE_RESERVED) {
                throw new IllegalArgumentException(values.size() + " values, at most 20 fit");
            }
            values = List.copyOf(values);
        }
    }

    /**
     * One cache ({@code WTS_PROTOCOL_CACHE}).
     *
     * @param cacheReads look-ups
     * @param cacheHits successful ones
     */
    record ProtocolCache(long cacheReads, long cacheHits) {}
}
