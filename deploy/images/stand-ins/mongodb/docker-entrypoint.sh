#!/bin/bash
# Options alone are mongod's.
if [ "${1:0:1}" = - ]; then
  set -- mongod "$@"
fi
if [ "$1" = mongod ]; then
  shift
  # As the local stack runs it: nothing beside its data is written.
  set -- mongod --nounixsocket --setParameter diagnosticDataCollectionEnabled=false "$@"
fi
exec "$@"
