@NullMarked
package org.bihuan.integration.web;

import org.jspecify.annotations.NullMarked;
