@NullMarked
package org.bihuan.ownerportal.domain;

import org.jspecify.annotations.NullMarked;
