@NullMarked
package org.bihuan.integration.domain;

import org.jspecify.annotations.NullMarked;
