@NullMarked
package org.bihuan.estate.domain;

import org.jspecify.annotations.NullMarked;
