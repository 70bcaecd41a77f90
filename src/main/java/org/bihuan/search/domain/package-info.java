@NullMarked
package org.bihuan.search.domain;

import org.jspecify.annotations.NullMarked;
