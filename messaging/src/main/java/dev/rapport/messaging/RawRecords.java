package dev.rapport.messaging;

import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;

/**
 * Hands a batch's records on as they are. The usual converter keeps only the last of duplicate
 * headers and turns tombstones into objects of its own.
 */
final class RawRecords extends BatchMessagingMessageConverter {

  @SuppressWarnings(
      "NullAway") // null says "no converter for single records"; the parameter lacks its mark
  RawRecords() {
    super(null);
    setHeaderMapper(null);
  }

  @Override
  protected Object extractAndConvertValue(ConsumerRecord<?, ?> record, Type type) {
    return record;
  }
}
